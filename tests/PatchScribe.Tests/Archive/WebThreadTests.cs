using System.IO.Compression;
using System.Net;
using System.Text;
using PatchScribe.Archive;
using PatchScribe.Archive.Remote;
using PatchScribe.Diagnostics;
using static PatchScribe.Tests.Archive.ArchiveFolder;

namespace PatchScribe.Tests.Archive;

/// <summary>A thread over HTTP, from a small server that counts what it is asked.</summary>
public sealed class WebThreadTests : IDisposable
{
    private readonly ArchiveFolder folder = new();
    private readonly HttpListener server = new();
    private readonly List<string> asked = [];
    private readonly string inbox;
    private byte[] mailbox = Gzip("From mboxrd@z Thu Jan  1 00:00:00 1970\n" + Letter("1@x", "one", "First.\n") + "\nFrom mboxrd@z Thu Jan  1 00:00:00 1970\n" + Letter("2@x", "Re: one", "Second.\n", 2, answers: "1@x") + "\n");
    private string tag = "\"a\"";
    private int status = 200;
    private bool silent;
    private string agent = "";

    public WebThreadTests()
    {
        var random = new Random();
        while (true)
        {
            inbox = $"http://127.0.0.1:{random.Next(20000, 60000)}/list/";
            server.Prefixes.Clear();
            server.Prefixes.Add(inbox);
            try
            {
                server.Start();
                break;
            }
            catch (HttpListenerException)
            {
                // The port is taken; another one.
            }
        }

        _ = Task.Run(ServeAsync);
    }

    public void Dispose()
    {
        server.Close();
        folder.Dispose();
    }

    [Fact]
    public void A_thread_is_fetched_once_and_asked_for_again_with_a_condition()
    {
        Assert.Equal(2, folder.Ingest(inbox + "1%40x/T/").Added);
        Assert.Equal(0, folder.Ingest(inbox + "1%40x/").Read);
        tag = "\"b\"";
        mailbox = Gzip("From mboxrd@z Thu Jan  1 00:00:00 1970\n" + Letter("3@x", "Re: one", "Third.\n", 3, answers: "1@x") + "\n");
        Assert.Equal(1, folder.Ingest(inbox + "1%40x/").Added);
        Assert.Equal("3@x 2@x 1@x", folder.Search("first OR second OR third"));
        Assert.Equal(["/list/1%40x/t.mbox.gz ", "/list/1%40x/t.mbox.gz \"a\"", "/list/1%40x/t.mbox.gz \"a\""], asked);
    }

    [Fact]
    public void A_URL_is_read_without_an_archive() =>
        Assert.Equal(["1@x", "2@x"], MailArchive.Fetch(inbox + "1%40x/", []).Messages.Select(mail => mail.MessageId));

    [Fact]
    public void A_Message_ID_becomes_the_URL_of_its_page() =>
        Assert.Equal(inbox + "1%2Fa%3Fb%40x/", MailArchive.PageOf(inbox, "1/a?b@x"));

    [Fact]
    public void An_answer_that_is_no_thread_is_said()
    {
        status = 404;
        Assert.Contains("answers 404", Assert.Throws<InputException>(() => folder.Ingest(inbox + "1%40x/")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mailbox_that_grows_without_end_is_cut_and_said()
    {
        mailbox = Gzip("From mboxrd@z Thu Jan  1 00:00:00 1970\n" + Letter("1@x", "one", "First.\n") + "\n" + string.Concat(Enumerable.Repeat("From mboxrd@z Thu Jan  1 00:00:00 1970\n" + Letter("2@x", "two", new string('x', 1 << 20)) + "\n\n", 200)));
        var counts = folder.Ingest(inbox + "1%40x/");
        Assert.Contains(counts.Diagnostics, one => one.Id == DiagnosticIds.MailGzipBomb);
        Assert.Equal("1@x", folder.Search("first"));
    }

    [Fact]
    public void A_mailbox_that_is_too_large_is_not_taken() =>
        Assert.Contains("is larger than 99 bytes", Assert.Throws<InputException>(() => WebThread.Fetch(WebThread.Page(inbox + "1%40x/"), "", WebLimits.Usual with { Bytes = 99 })).Message, StringComparison.Ordinal);

    [Fact]
    public void A_server_that_does_not_come_to_an_end_is_left()
    {
        silent = true;
        Assert.Contains("did not send the thread within 1 seconds", Assert.Throws<InputException>(() => WebThread.Fetch(WebThread.Page(inbox + "1%40x/"), "", WebLimits.Usual with { Time = TimeSpan.FromSeconds(1) })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_mailbox_gives_what_came_before_the_damage()
    {
        mailbox = mailbox[..^20];
        Assert.Contains(folder.Ingest(inbox + "1%40x/").Diagnostics, one => one.Id == DiagnosticIds.MailGzipDamaged);
    }

    [Fact]
    public void A_server_is_told_who_asks()
    {
        folder.Ingest(inbox + "1%40x/");
        Assert.StartsWith("patchscribe/", agent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://")]
    [InlineData("https://host")]
    public void What_is_no_page_is_said(string url) => Assert.Throws<InputException>(() => folder.Ingest(url));

    private async Task ServeAsync()
    {
        while (server.IsListening)
        {
            var context = await server.GetContextAsync();
            agent = context.Request.UserAgent ?? "";
            var condition = context.Request.Headers["If-None-Match"] ?? "";
            asked.Add($"{context.Request.RawUrl} {condition}");
            context.Response.StatusCode = condition == tag ? 304 : status;
            context.Response.Headers["ETag"] = tag;
            if (context.Response.StatusCode == 200)
            {
                await context.Response.OutputStream.WriteAsync(mailbox.AsMemory(0, silent ? 10 : mailbox.Length));
                if (silent)
                {
                    await context.Response.OutputStream.FlushAsync();
                    continue;
                }
            }

            context.Response.Close();
        }
    }

    private static byte[] Gzip(string text)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return target.ToArray();
    }
}

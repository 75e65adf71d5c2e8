using System.Net;
using PatchScribe.Diagnostics;

namespace PatchScribe.Archive.Remote;

/// <summary>What a server answered: the packed mailbox (null: nothing new), and how to ask whether it changed.</summary>
internal sealed record WebAnswer(Stream? Mailbox, string State);

/// <summary>What one answer may cost: bytes of the packed mailbox, time from the request to its last byte.</summary>
internal sealed record WebLimits(long Bytes, TimeSpan Time)
{
    public static WebLimits Usual { get; } = new(64L << 20, TimeSpan.FromSeconds(60));
}

/// <summary>
/// Fetches one thread from a public-inbox over HTTP(S): <c>t.mbox.gz</c> of the message's page (public-inbox-httpd(1)). One request
/// for each call, conditional when the thread was fetched before (RFC 9110 section 13). What is fetched is limited in size and time.
/// </summary>
internal static class WebThread
{
    private const string Mailbox = "t.mbox.gz";
    private const string UserAgent = "patchscribe/0.1 (patch review tool; one thread at a time)";

    /// <summary>Forms of a message's page behind its Message-ID.</summary>
    private static readonly string[] Pages = ["T", "t", "raw", Mailbox, "t.atom"];

    /// <summary>True for the URL of a page.</summary>
    public static bool IsUrl(string source) =>
        source.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || source.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    /// <summary>The URL of a message's page in an inbox.</summary>
    public static string PageOf(string inbox, string messageId) => $"{inbox.TrimEnd('/')}/{Uri.EscapeDataString(messageId)}/";

    /// <summary>The same for every page of one message: its URL up to the Message-ID, with a slash.</summary>
    public static Uri Page(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.AbsolutePath.Length < 2)
        {
            throw new InputException($"{url} is no page of a public-inbox", "give https://HOST/LIST/MESSAGE-ID/");
        }

        var parts = uri.AbsolutePath.Trim('/').Split('/').ToList();
        if (parts.Count > 2 && Pages.Contains(parts[^1], StringComparer.Ordinal))
        {
            parts.RemoveAt(parts.Count - 1);
        }

        return new Uri($"{uri.GetLeftPart(UriPartial.Authority)}/{string.Join('/', parts)}/");
    }

    /// <summary>The mailbox of the thread; <paramref name="state"/> is what the last answer gave, or empty.</summary>
    public static WebAnswer Fetch(Uri page, string state, WebLimits limits)
    {
        using var limit = new CancellationTokenSource(limits.Time);
        try
        {
            return FetchAsync(new Uri(page, Mailbox), state, limits.Bytes, limit.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException e)
        {
            throw new InputException($"{page.Host} did not send the thread within {limits.Time.TotalSeconds:F0} seconds", "try again later, or fetch it with b4 mbox", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new InputException($"{page} could not be fetched: {e.Message}", "check the URL and the network", e);
        }
    }

    private static async Task<WebAnswer> FetchAsync(Uri mailbox, string state, long maxBytes, CancellationToken cancellation)
    {
        using var handler = new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None, MaxAutomaticRedirections = 5, UseCookies = false };
        using var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        using var request = new HttpRequestMessage(HttpMethod.Get, mailbox);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        if (state.Split('\n') is [var tag, var changed])
        {
            AddCondition(request, "If-None-Match", tag);
            AddCondition(request, "If-Modified-Since", changed);
        }

        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (response.StatusCode == HttpStatusCode.NotModified)
        {
            return new WebAnswer(null, state);
        }

        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new InputException($"{mailbox} answers {(int)response.StatusCode}", "check the URL: https://HOST/LIST/MESSAGE-ID/");
        }

        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        return new WebAnswer(await ReadAsync(body, mailbox, maxBytes, cancellation), $"{response.Headers.ETag}\n{response.Content.Headers.LastModified:R}");
    }

    private static void AddCondition(HttpRequestMessage request, string name, string value)
    {
        if (value.Length > 0)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private static async Task<MemoryStream> ReadAsync(Stream body, Uri mailbox, long maxBytes, CancellationToken cancellation)
    {
        var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellation)) > 0)
        {
            if (bytes.Length + read > maxBytes)
            {
                throw new InputException($"{mailbox} is larger than {maxBytes} bytes", "clone the list with public-inbox-clone and ingest the clone");
            }

            bytes.Write(buffer.AsSpan(0, read));
        }

        bytes.Position = 0;
        return bytes;
    }
}

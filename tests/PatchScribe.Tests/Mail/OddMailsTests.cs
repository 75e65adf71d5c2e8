using System.Text.Json;
using PatchScribe.Mail;
using PatchScribe.Tests.Threads;

namespace PatchScribe.Tests.Mail;

/// <summary>Six odd real mails with the answers that people wrote down for them; outside the checkout.</summary>
public class OddMailsTests
{
    [LabelledFact]
    public void Fields_and_first_line_are_as_written_down()
    {
        var folder = Path.Combine(Path.GetDirectoryName(LabelledFactAttribute.Folder)!, "odd-mails");
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")));
        foreach (var mail in expected.RootElement.EnumerateArray())
        {
            string Text(string name) => mail.GetProperty(name).GetString()!;
            var message = Assert.Single(MailReader.ReadAll(Path.Combine(folder, Text("file"))).Messages);
            Assert.Equal((Text("from_name"), Text("from_addr"), Text("subject"), Text("message_id")), (message.From.Name, message.From.Email, message.Subject, message.MessageId));
            Assert.Equal(Text("date_utc"), message.Date?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"));
            Assert.Equal(Text("first_body_line"), message.Body.Split('\n')[0]);
            Assert.Contains(mail.TryGetProperty("expect_in_body", out var text) ? text.GetString()! : "", message.Body, StringComparison.Ordinal);
        }
    }
}

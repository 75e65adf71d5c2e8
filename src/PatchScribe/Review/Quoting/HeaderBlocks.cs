using System.Text.RegularExpressions;

namespace PatchScribe.Review.Quoting;

/// <summary>
/// The beginning of a mail that is copied into another without quote marks: Outlook's "-----Original Message-----" or rule with
/// From, Sent, To, Subject in the usual languages, forwarded mail, a patch as git format-patch writes it.
/// </summary>
internal static partial class HeaderBlocks
{
    private const int MaxLines = 24;

    /// <summary>Lines that each begin with "name:" and may be a block's: From and two more.</summary>
    private const int MinFields = 3;

    /// <summary>The 0-based line behind a header block that begins on a line; -1 when none does.</summary>
    public static int End(string[] lines, int at)
    {
        if (PatchFile().IsMatch(lines[at]))
        {
            return at + 1;
        }

        var title = OriginalMessage().IsMatch(lines[at]) || Forwarded().IsMatch(lines[at]);
        var from = title || Rule().IsMatch(lines[at]) ? NextWritten(lines, at + 1) : at;
        if (from >= lines.Length || !FromField().IsMatch(lines[from]))
        {
            return title ? at + 1 : -1;
        }

        var (fields, i) = (0, from);
        for (; i < Math.Min(lines.Length, from + MaxLines) && !string.IsNullOrWhiteSpace(lines[i]); i++)
        {
            fields += i == from || Field().IsMatch(lines[i]) ? 1 : 0;
        }

        return fields >= MinFields ? i : title ? at + 1 : -1;
    }

    /// <summary>A patch that the writer sends in the mail, as git format-patch or mailinfo heads it: no lines of it are answers.</summary>
    public static bool IsPatch(string[] lines, int at, int end) =>
        PatchFile().IsMatch(lines[at]) || (Array.FindIndex(lines, at, end - at, line => line.StartsWith("Subject: ", StringComparison.Ordinal)) >= 0 && Array.FindIndex(lines, at, end - at, line => Sent().IsMatch(line)) < 0);

    private static int NextWritten(string[] lines, int at)
    {
        while (at < lines.Length && string.IsNullOrWhiteSpace(lines[at]))
        {
            at++;
        }

        return at;
    }

    [GeneratedRegex(@"^\s{0,3}-{2,20}\s?((Original|Forwarded)[ -]?(Message|Appointment|Mail)|(Ursprüngliche|Weitergeleitete) Nachricht|Original-?Nachricht|Message (d['’]origine|original|transféré)|Mensaje (original|reenviado)|Messaggio (originale|inoltrato)|Mensagem (original|encaminhada)|Oorspronkelijk bericht|Doorgestuurd bericht|Oryginalna wiadomość|Wiadomość oryginalna|Původní zpráva|Ursprungligt meddelande|Oprindelig meddelelse|Opprinnelig melding|Alkuperäinen viesti|Eredeti üzenet|(Orijinal|Özgün) (Mesaj|İleti)|(Исходное|Пересылаемое) сообщение|原始邮件|邮件原件|原始郵件|转发邮件|元のメッセージ|원본 메시지|원본 메일)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OriginalMessage();

    [GeneratedRegex(@"^(Begin forwarded message|Anfang der weitergeleiteten Nachricht|Début du message réexpédié)\s?:\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Forwarded();

    [GeneratedRegex("^\\*?(To|Cc|CC|Sent):", RegexOptions.ExplicitCapture)]
    private static partial Regex Sent();

    [GeneratedRegex(@"^_{10,80}\s*$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^\s?From ([0-9a-f]{40}|\S+@\S+) +(Mon|Tue|Wed|Thu|Fri|Sat|Sun) ", RegexOptions.ExplicitCapture)]
    private static partial Regex PatchFile();

    [GeneratedRegex(@"^\*?(From|Von|De|Da|Van|Od|Från|Fra|Lähettäjä|Feladó|Kimden|Gönderen|От|发件人|寄件者|寄件人|差出人|보낸 ?사람)\s?[:：]\*? ?\S", RegexOptions.ExplicitCapture)]
    private static partial Regex FromField();

    [GeneratedRegex(@"^\*?(Sent|Date|To|Cc|CC|Subject|Reply-To|Importance|Gesendet|Datum|An|Kopie|Betreff|Envoyé|À|Objet|Fecha|Enviado( el)?|Para|Asunto|Inviato|Data|A|Oggetto|Verzonden|Aan|Onderwerp|Enviada( em)?|Assunto|Wysłano|Do|DW|Temat|Odesláno|Komu|Kopie|Předmět|Skickat|Till|Kopia|Ämne|Sendt|Til|Emne|Lähetetty|Vastaanottaja|Kopio|Aihe|Elküldve|Címzett|Tárgy|Gönderildi|Kime|Konu|Отправлено|Дата|Кому|Копия|Тема|发送时间|日期|收件人|主题|抄送|傳送日期|收件者|副本|主旨|送信日時|宛先|件名|보낸 ?날짜|날짜|받는 ?사람|제목)\s?[:：]", RegexOptions.ExplicitCapture)]
    private static partial Regex Field();
}

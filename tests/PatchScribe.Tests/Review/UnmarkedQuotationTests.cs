namespace PatchScribe.Tests.Review;

/// <summary>Quotations without marks: what the mail above holds is quoted, what it does not hold is own.</summary>
public sealed class UnmarkedQuotationTests
{
    private const string Header = "From: Ines Marlow <ines@example.org>\nSent: Friday, May 1, 2026 10:00 AM\nTo: pumps@example.org\nSubject: [PATCH] pump: start at once\n\n";

    [Theory]
    [InlineData("Please say why.\n\n-----Original Message-----\n" + Header + Talk.Log, new[] { "Please say why." })]
    [InlineData("Please say why.\n\nRegards,\nTomas\n\n________________________________\n" + Header + Talk.Log, new[] { "Please say why." })]
    [InlineData("Please say why.\n\n-- \nTomas Berg\n\n-----Original Message-----\n" + Header + Talk.Log, new[] { "Please say why." })]
    [InlineData(Header + "The pump starts at once.\n\nPlease say why.\n\nOlder boards have no pump, so nothing is done there.\n\nEvery board has one.\n", new[] { "Please say why.", "Every board has one." })]
    [InlineData(Header + "The pump starts\nat once.\n\nPlease say why.\n\nOlder boards have no pump,\nso nothing is\ndone there.\n\nIt has one.\n", new[] { "Please say why.", "It has one." })]
    [InlineData("See below.\n\n-----Original Message-----\n" + Header + "The pump starts at once.\n\n[TB] Please say why.\n\nOlder boards have no pump, so nothing is done there.\n", new[] { "See below.", "[TB] Please say why." })]
    [InlineData(Header + "> The pump starts at once.\n\nPlease say why.\n\n> Older boards have no pump, so nothing is done there.\n\nIt has one.\n", new[] { "Please say why.", "It has one." })]
    [InlineData("On Fri, May 1, 2026 at 10:00 AM Ines Marlow <ines@example.org> wrote:\nThe pump starts at once.\n\nPlease say why.\n\nOlder boards have no pump, so nothing is done there.\n", new[] { "Please say why." })]
    [InlineData("On Fri, May 1, 2026 at 10:00 AM Ines Marlow <ines@example.org> wrote:\n\nPlease say why the fan has to stay off.\n", new[] { "Please say why the fan has to stay off." })]
    [InlineData("Words.\n\n-----Original Message-----\n" + Header + "A text that nobody has sent to this list.\n\nAnd more of it.\n", new[] { "Words." })]
    [InlineData("Words.\n\nFrom: Tomas Berg <tomas@example.org>\nDate: Fri, 1 May 2026 10:00:00 +0200\nSubject: [PATCH] pump: start at once\n\nThe pump starts at once.\n\nPlease the reader of this log with more words.\n", new[] { "Words." })]
    [InlineData("IM> The pump starts at once.\n\nPlease say why.\n", new[] { "Please say why." })]
    public void What_the_mail_above_does_not_hold_is_own(string body, string[] own) =>
        Assert.Equal(own, new Talk().Reply(body).Read().Remarks.Select(remark => remark.Quote.Quote));

    [Fact]
    public void An_answer_inside_of_a_copied_mail_knows_its_place_and_its_line()
    {
        var remark = Assert.Single(new Talk().Reply(Header + "The pump starts at once.\n\nPlease say why.\n\nOlder boards have no pump, so nothing is done there.\n").Read().Remarks);

        Assert.Equal(("log", "The pump starts at once.", 8), (remark.Place.Kind, remark.Place.Text, remark.Quote.FirstLine));
    }

    [Fact]
    public void A_copy_of_a_copy_is_quoted_from_the_mail_that_holds_it()
    {
        var review = new Talk().Reply("Please say why the pump has to start at all.\n\n" + Header + Talk.Log, id: "q")
            .Reply($"It saves a second.\n\n{Header.Replace("Ines Marlow", "Tomas Berg", StringComparison.Ordinal)}Please say why the pump has to start at all.\n\nIt does not have to.\n\n{Header}{Talk.Log}", Talk.Author, "q").Read();

        Assert.Equal(["Please say why the pump has to start at all.", "It saves a second.", "It does not have to."], review.Remarks.Select(remark => remark.Quote.Quote));
        Assert.Equal("remark", review.Remarks[2].Place.Kind);
        Assert.Equal("answered", Assert.Single(review.Points).Status);
    }

    [Theory]
    [InlineData("-----Original Message-----")]
    [InlineData("-------- Original Message --------")]
    [InlineData("---------- Forwarded message ---------")]
    [InlineData("-----Ursprüngliche Nachricht-----")]
    [InlineData("-----Message d'origine-----")]
    [InlineData("-----Mensaje original-----")]
    [InlineData("-----Messaggio originale-----")]
    [InlineData("-----Mensagem original-----")]
    [InlineData("-----Oorspronkelijk bericht-----")]
    [InlineData("-----Oryginalna wiadomość-----")]
    [InlineData("-----Původní zpráva-----")]
    [InlineData("-----Ursprungligt meddelande-----")]
    [InlineData("-----Oprindelig meddelelse-----")]
    [InlineData("-----Alkuperäinen viesti-----")]
    [InlineData("-----Исходное сообщение-----")]
    [InlineData("-----原始邮件-----")]
    [InlineData("-----邮件原件-----")]
    [InlineData("-----元のメッセージ-----")]
    [InlineData("-----원본 메시지-----")]
    [InlineData("Begin forwarded message:")]
    [InlineData("From: Ines Marlow\nSent: Friday\nTo: pumps\nSubject: x")]
    [InlineData("Von: Ines Marlow\nGesendet: Freitag\nAn: pumps\nBetreff: x")]
    [InlineData("De : Ines Marlow\nEnvoyé : vendredi\nÀ : pumps\nObjet : x")]
    [InlineData("De: Ines Marlow\nEnviado: viernes\nPara: pumps\nAsunto: x")]
    [InlineData("Da: Ines Marlow\nInviato: venerdì\nA: pumps\nOggetto: x")]
    [InlineData("Van: Ines Marlow\nVerzonden: vrijdag\nAan: pumps\nOnderwerp: x")]
    [InlineData("Från: Ines Marlow\nSkickat: fredag\nTill: pumps\nÄmne: x")]
    [InlineData("От: Ines Marlow\nОтправлено: 1\nКому: pumps\nТема: x")]
    [InlineData("发件人: Ines Marlow\n发送时间: 1\n收件人: pumps\n主题: x")]
    [InlineData("差出人: Ines Marlow\n送信日時: 1\n宛先: pumps\n件名: x")]
    [InlineData("보낸 사람: Ines Marlow\n보낸 날짜: 1\n받는 사람: pumps\n제목: x")]
    public void A_header_block_is_known_in_the_usual_languages(string block) =>
        Assert.Equal(["Words."], new Talk().Reply($"Words.\n\n{block}\n\nA text that nobody has sent to this list.\n").Read().Remarks.Select(remark => remark.Quote.Quote));

    [Fact]
    public void An_answer_below_a_blockquote_of_HTML_is_own()
    {
        const string html = "<html><body><p>Thanks for this.</p><div class=\"quote\">On Friday, Ines Marlow wrote:<br><blockquote type=\"cite\"><div>The pump starts at once.</div></blockquote></div><p>Please say why.</p>"
            + "<blockquote><blockquote>Deep.</blockquote>Older boards have no pump, so nothing is done there.</blockquote><p>Every board has one.</p></body></html>";
        var mail = Mail.Mails.One($"From: {Talk.Reviewer}\nMessage-ID: <h@example.org>\nContent-Type: text/html\n\n{html}\n");
        var remarks = new Talk().Reply(mail.Body).Read().Remarks;

        Assert.Equal([("unknown", "Thanks for this."), ("log", "Please say why."), ("log", "Every board has one.")], remarks.Select(remark => (remark.Place.Kind, remark.Quote.Quote)));
    }
}

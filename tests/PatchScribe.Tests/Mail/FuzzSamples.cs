using System.Text;

namespace PatchScribe.Tests.Mail;

/// <summary>Small mails that between them go through every reader of the stage.</summary>
internal static class FuzzSamples
{
    public static IReadOnlyList<byte[]> All() =>
    [
        .. new[]
        {
            Mails.Simple(1),
            "From: =?utf-8?q?J=C3=BCrgen?= <j@example.org>\nTo: team: a@example.org, \"B, C\" <b@example.org>;\nCc: c@example.org (C (c))\nDate: Mon, 11 May 2026 09:00:00 +0200 (CEST)\n"
                + "Received: by x; Mon, 11 May 2026 09:00:01 +0200\nReferences: <a@x> <b@x>\n\t<c@x>\nIn-Reply-To: Your mail <c@x>\nSubject: =?iso-8859-1?b?SvxyZ2Vu?= =?gb2312?B?u9i4tA==?=\n\n> On\nyes\n",
            "Subject: qp\nContent-Type: text/plain; charset=\"iso-8859-1\"; format=flowed; delsp=yes\nContent-Transfer-Encoding: quoted-printable\n\na =3D b=\n c J=FCrgen\n",
            "Subject: b64\nContent-Type: text/plain; charset=iso-2022-jp\nContent-Transfer-Encoding: base64\n\nGyRCRnxLXBsoQgo=\n",
            "Subject: alt\nContent-Type: multipart/alternative; boundary=b\n\npre\n--b\nContent-Type: text/plain\n\nplain\n--b\nContent-Type: text/html\n\n<p>Bo wrote:<blockquote>why<br>so</blockquote><a href=\"https://example.org\">x</a>\n--b--\nend\n",
            "Subject: html\nContent-Type: text/html; charset=koi8-r\n\n<html><body><div>a<blockquote type=cite><pre>b\n c</pre><ul><li>d</ul></blockquote></div></body></html>\n",
            "Subject: patch\nContent-Type: multipart/mixed; boundary=\"a;b\"\n\n--a;b\n\nsee\n--a;b\nContent-Type: application/octet-stream;\n name*0*=utf-8''f%C3%BC; name*1=r.patch\nContent-Disposition: attachment\n"
                + "Content-Transfer-Encoding: base64\n\nLS0tIGEKKysrIGIK\n--a;b\nContent-Type: message/rfc822\n\nSubject: inner\nContent-Type: multipart/digest; boundary=c\n\n--c\n\nSubject: digest\n\nold\n--c--\n--a;b--\n",
            "From x Mon May 11 09:00:00 2026\nContent-Length: 6\nSubject: one\n\n>From \n\nFrom x Mon May 11 09:00:00 2026\nContent-Length: 4\nSubject: two\n\nabc\n",
            "Subject: crlf\r\nContent-Type: text/plain; charset=utf-7\r\n\r\nJ+APw-rgen\r\n",
            "junk\nSubject: x\nno colon here\n",
        }.Select(Encoding.UTF8.GetBytes),
    ];
}

using System.Buffers;
using PatchScribe.Mail;

namespace PatchScribe.Rendering.SummaryPages;

/// <summary>Where a mail says that it is archived (RFC 5064).</summary>
internal static class MailLink
{
    private static readonly SearchValues<char> Unsafe = SearchValues.Create("()<>[]\"\\ ");

    /// <summary>The address of Archived-At when it is an http or https URL without blanks or brackets; else null.</summary>
    public static string? Of(MailMessage message)
    {
        var value = message.HeaderNamed("Archived-At")?.Trim().Trim('<', '>');
        return value is not null && Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && !url.AbsoluteUri.AsSpan().ContainsAny(Unsafe) ? url.AbsoluteUri : null;
    }
}

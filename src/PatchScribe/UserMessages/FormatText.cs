namespace PatchScribe.UserMessages;

/// <summary>A format string as read from an argument, and the kernel log level (KERN_ERR ...) that stood before it, or null.</summary>
internal readonly record struct FormatText(string Format, string? Level);

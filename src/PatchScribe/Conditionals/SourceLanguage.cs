namespace PatchScribe.Conditionals;

/// <summary>The languages that state conditions, told apart by file name.</summary>
internal static class SourceLanguage
{
    public const string C = "c";
    public const string Kconfig = "kconfig";
    public const string Meson = "meson";
    public const string Makefile = "makefile";
    public const string Qapi = "qapi";

    public static string? Of(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name switch
        {
            _ when name.StartsWith("Kconfig", StringComparison.Ordinal) => Kconfig,
            "meson.build" or "meson_options.txt" => Meson,
            "Makefile" or "Kbuild" or "GNUmakefile" => Makefile,
            _ when name.StartsWith("Makefile.", StringComparison.Ordinal) => Makefile,
            _ => Path.GetExtension(name) switch
            {
                ".c" or ".h" or ".cc" or ".cpp" or ".hh" or ".hpp" or ".S" or ".inc" or ".m" or ".hx" => C,
                ".mk" or ".mak" => Makefile,
                ".json" when path.Contains("qapi", StringComparison.Ordinal) || path.Contains("qga/", StringComparison.Ordinal) => Qapi,
                _ => null,
            },
        };
    }
}

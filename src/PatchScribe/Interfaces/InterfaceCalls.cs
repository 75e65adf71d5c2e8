namespace PatchScribe.Interfaces;

/// <summary>The calls and macros that register a name that users type: which kind, and the 0-based argument that names it.</summary>
internal static class InterfaceCalls
{
    /// <summary>Kind and position of the name; null when the call registers nothing.</summary>
    public static (string Kind, int Argument)? Find(ReadOnlySpan<char> call, bool isTable)
    {
        if (char.IsAsciiLetterUpper(call[0]))
        {
            return Macro(call, isTable);
        }

        if (call.StartsWith("object_class_property_add") || call.StartsWith("object_property_add"))
        {
            // Children and constant links are how an object is made, not what a user sets.
            return call.EndsWith("_child") || call.EndsWith("_const_link") ? null : ("property", 1);
        }

        return call switch
        {
            "module_param" or "module_param_named" or "module_param_array" or "module_param_string" or "module_param_call" or "module_param_cb" or "module_param_unsafe" or "core_param" => ("option", 0),
            "proc_create" or "proc_create_data" or "proc_mkdir" => ("other", 0),
            _ when call.StartsWith("debugfs_create_") => ("other", 0),
            _ when call.StartsWith("git_config_get_") => ("other", 0),
            _ when call.StartsWith("repo_config_get_") => ("other", 1),
            _ => null,
        };
    }

    private static (string Kind, int Argument)? Macro(ReadOnlySpan<char> call, bool isTable) => call switch
    {
        "DEF" when isTable => ("option", 0),
        "DEFINE_MACHINE" => ("object-type", 0),
        "DEFINE_PROP_END_OF_LIST" => null,
        _ when call.StartsWith("DEFINE_PROP_") => ("property", 0),
        _ when call.StartsWith("OPT_") => ("option", 1),
        _ when call.StartsWith("DEVICE_ATTR") || call.StartsWith("CLASS_ATTR") || call.StartsWith("DRIVER_ATTR") || call.StartsWith("BUS_ATTR") => ("other", 0),
        _ => null,
    };

    /// <summary>True when the name is written as a bare word, not as a literal.</summary>
    public static bool NamesByWord(ReadOnlySpan<char> call) =>
        call.StartsWith("module_param") || call is "core_param" || call.EndsWith("_ATTR") || call.Contains("_ATTR_", StringComparison.Ordinal);
}

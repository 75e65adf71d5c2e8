namespace PatchScribe.UserMessages;

/// <summary>
/// The calls that are known to show text to a user, of QEMU (include/qapi/error.h, qemu/error-report.h), Linux
/// (include/linux/printk.h, dev_printk.h, netlink.h) and git (usage.c). Names that follow the kernel's habit
/// (<c>foo_err</c>, <c>foo_warn_once</c>) count without being listed.
/// </summary>
public static class MessageCallTable
{
    private static readonly Dictionary<string, MessageCall> Calls = Build();
    private static readonly Dictionary<string, MessageCall>.AlternateLookup<ReadOnlySpan<char>> Lookup = Calls.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Severities of the level words that end a name by the kernel's habit, the longer ones first.</summary>
    private static readonly (string Level, string Severity)[] Levels =
    [
        ("_warning", "warning"), ("_notice", "info"), ("_emerg", "fatal"), ("_alert", "error"), ("_debug", "debug"), ("_crit", "error"),
        ("_perror", "error"), ("_warn", "warning"), ("_info", "info"), ("_vdbg", "debug"), ("_err", "error"), ("_dbg", "debug"),
    ];

    /// <summary>The call of that name, or null.</summary>
    public static MessageCall? Find(ReadOnlySpan<char> name) => Lookup.TryGetValue(name, out var call) ? call : ByHabit(name);

    /// <summary>Lower-case words, a level last, then perhaps _once or _ratelimited; the format is the first literal.</summary>
    private static MessageCall? ByHabit(ReadOnlySpan<char> name)
    {
        var stem = name.EndsWith("_once") ? name[..^5] : name.EndsWith("_ratelimited") ? name[..^12] : name;
        foreach (var (level, severity) in Levels)
        {
            if (stem.EndsWith(level))
            {
                var words = stem[..^level.Length];
                return words.Length > 0 && words.Count('_') < 3 && !words.StartsWith("trace_") && !words.ContainsAnyExcept(Words)
                    ? new MessageCall(name.ToString(), 0, severity)
                    : null;
            }
        }

        return null;
    }

    private static readonly System.Buffers.SearchValues<char> Words = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");

    private static Dictionary<string, MessageCall> Build()
    {
        var calls = new Dictionary<string, MessageCall>(StringComparer.Ordinal);
        void Add(int format, string severity, string names, string? first = null, int errno = 0)
        {
            foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                calls.Add(name, new MessageCall(name, format, severity, first) { Errno = errno });
            }
        }

        // QEMU
        Add(1, "error", "error_report error_report_once error_vreport error_printf error_vprintf error_printf_unless_qmp rdma_error_report error_exit g_error g_critical g_printerr");
        Add(1, "error", "perror", errno: -1);
        Add(1, "warning", "warn_report warn_report_once warn_vreport g_warning");
        Add(1, "info", "info_report info_vreport g_message qemu_log qemu_printf slog");
        Add(1, "fatal", "hw_error panic");
        Add(2, "error", "error_setg error_prepend error_vprepend error_reportf_err error_report_once_cond virtio_error blkverify_err qxl_set_guest_bug vu_panic xen_pt_log qerror_report error_setv");
        Add(2, "warning", "warn_reportf_err warn_report_once_cond");
        Add(2, "hint", "error_append_hint");
        Add(2, "info", "AUD_log monitor_printf monitor_vprintf qemu_log_mask qemu_fprintf");
        Add(2, "error", "fprintf vfprintf", "stderr");
        Add(2, "fatal", "cpu_abort");
        Add(3, "error", "error_setg_errno error_setg_win32", errno: 2);
        Add(3, "error", "error_set error_propagate_prepend xen_pv_printf xen_be_printf xen_device_frontend_printf xen_device_backend_printf parse_error");
        Add(5, "error", "qcow2_signal_corruption");
        calls.Add("error_setg_file_open", new MessageCall("error_setg_file_open", 0, "error") { Errno = 2, Text = "Could not open '%s'" });
        foreach (var (name, position) in new[] { ("error_prepend", 1), ("error_vprepend", 1), ("error_reportf_err", 1), ("warn_reportf_err", 1), ("error_propagate_prepend", 2) })
        {
            calls[name] = calls[name] with { Prefixes = position };
        }

        foreach (var name in new[] { "error_setg", "error_setg_errno", "error_setg_win32", "error_setg_file_open", "error_set", "error_setv" })
        {
            calls[name] = calls[name] with { SetsError = true };
        }

        // Linux
        foreach (var (level, severity) in new[] { ("emerg", "fatal"), ("alert", "error"), ("crit", "error"), ("err", "error"), ("warn", "warning"), ("warning", "warning"), ("notice", "info"), ("info", "info"), ("cont", "info"), ("debug", "debug"), ("devel", "debug") })
        {
            Add(1, severity, $"pr_{level} pr_{level}_once pr_{level}_ratelimited");
            Add(2, severity, $"dev_{level} dev_{level}_once dev_{level}_ratelimited pci_{level} netdev_{level} drm_{level}");
        }

        Add(2, "debug", "dev_dbg dev_dbg_once dev_dbg_ratelimited pci_dbg netdev_dbg drm_dbg");
        Add(1, "info", "printk printk_once printk_ratelimited early_printk vprintk");
        Add(2, "error", "ext4_error btrfs_err WARN WARN_ONCE WARN_RATELIMIT NL_SET_ERR_MSG NL_SET_ERR_MSG_FMT NL_SET_ERR_MSG_MOD NL_SET_ERR_MSG_FMT_MOD NL_SET_ERR_MSG_WEAK NL_SET_ERR_MSG_WEAK_MOD errorf errorfc invalf invalfc DRM_DEV_ERROR bpf_log verbose xfs_err");
        Add(2, "warning", "ext4_warning btrfs_warn warnf warnfc");
        Add(2, "info", "infof infofc");
        Add(3, "error", "dev_err_probe", errno: 2);
        Add(3, "error", "ext4_msg WARN_TAINT WARN_TAINT_ONCE NL_SET_ERR_MSG_ATTR NL_SET_ERR_MSG_ATTR_FMT dev_printk");
        Add(3, "warning", "dev_warn_probe", errno: 2);
        Add(3, "error", "verbose_linfo");
        Add(4, "error", "NL_SET_ERR_MSG_ATTR_POL NL_SET_ERR_MSG_ATTR_POL_FMT netif_err");
        Add(1, "error", "DRM_ERROR");

        // git
        Add(1, "fatal", "die die_message BUG usage usagef usage_msg_opt usage_msg_optf");
        Add(1, "fatal", "die_errno die_message_errno", errno: -1);
        Add(1, "error", "error bug");
        Add(1, "error", "error_errno", errno: -1);
        Add(1, "warning", "warning");
        Add(1, "warning", "warning_errno", errno: -1);
        Add(1, "hint", "advise");
        Add(2, "hint", "advise_if_enabled");
        Add(2, "error", "packet_writer_error packet_write_fmt");
        return calls;
    }
}

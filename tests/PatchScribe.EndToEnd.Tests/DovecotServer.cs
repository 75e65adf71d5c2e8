using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace PatchScribe.EndToEnd.Tests;

/// <summary>
/// A Dovecot (dovecot.org, Debian package dovecot-imapd) of one user on the loopback interface: a throw-away configuration and a
/// self-signed certificate in a folder that tests delete. Ended by the id of the process that was started.
/// </summary>
internal sealed class DovecotServer : IDisposable
{
    public const string Program = "/usr/sbin/dovecot";
    public const string User = "mara@example.org";
    public const string Password = "thr0w \"away\\ %";
    private static readonly byte[] TokenKey = Encoding.ASCII.GetBytes("key of the tokens of this test.."); // secret of nobody
    private readonly string folder;
    private readonly Process process;

    public DovecotServer(string folder)
    {
        this.folder = folder;
        (Port, StartTlsPort) = (FreePort(), FreePort());
        Directory.CreateDirectory(Mailbox("cur"));
        Directory.CreateDirectory(Mailbox("new"));
        Directory.CreateDirectory(Mailbox("tmp"));
        WriteCertificate();
        File.WriteAllText(Path.Combine(folder, "users"), $"{User}:{{PLAIN}}{Password}\n");
        var keys = Directory.CreateDirectory(Path.Combine(folder, "keys", "default", "HS256")).FullName;
        File.WriteAllText(Path.Combine(keys, "default"), Convert.ToBase64String(TokenKey));
        File.WriteAllText(Path.Combine(folder, "oauth2.conf"), $"introspection_mode = local\nlocal_validation_key_dict = fs:posix:prefix={folder}/keys/\nusername_attribute = sub\n");
        File.WriteAllText(Path.Combine(folder, "dovecot.conf"), Settings());
        Own();
        process = Process.Start(new ProcessStartInfo(Program, ["-F", "-c", Path.Combine(folder, "dovecot.conf")]) { UseShellExecute = false, RedirectStandardError = true })!;
        process.BeginErrorReadLine();
        WaitForPort();
    }

    /// <summary>Port of TLS from the start.</summary>
    public int Port { get; }

    public int StartTlsPort { get; }

    public string Certificate => Path.Combine(folder, "cert.pem");

    /// <summary>A folder of the user's Maildir.</summary>
    public string Mailbox(string part) => Path.Combine(folder, "mail", part);

    /// <summary>Puts a mail into the inbox.</summary>
    public void Deliver(int number, string text) =>
        File.WriteAllText(Mailbox(Path.Combine("new", string.Create(CultureInfo.InvariantCulture, $"{1777600000 + number}.M{number}.host"))), text);

    /// <summary>An access token as an OAuth 2.0 server would give (RFC 7519).</summary>
    public static string Token()
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var text = $"{Encode("""{"alg":"HS256","typ":"JWT"}"""u8)}.{Encode(Encoding.UTF8.GetBytes($$"""{"sub":"{{User}}","iat":{{now - 10}},"exp":{{now + 600}}}"""))}";
        return $"{text}.{Encode(HMACSHA256.HashData(TokenKey, Encoding.ASCII.GetBytes(text)))}";

        static string Encode(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    public void Dispose()
    {
        // Its helpers end with it.
        using (var end = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            end.WaitForExit();
        }

        if (!process.WaitForExit(10_000))
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void WriteCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(2));
        File.WriteAllText(Certificate, certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>As root Dovecot's own users do the work, and mail must not be root's; else everything is the tester's.</summary>
    private string Settings()
    {
        var user = Environment.IsPrivilegedProcess ? "nobody" : Environment.UserName;
        var internals = Environment.IsPrivilegedProcess ? "" : $"default_internal_user = {user}\ndefault_login_user = {user}\ndefault_internal_group = {user}\n";
        return $$"""
            base_dir = {{folder}}/run
            state_dir = {{folder}}/run
            log_path = {{folder}}/log
            protocols = imap
            listen = 127.0.0.1
            {{internals}}first_valid_uid = 1
            first_valid_gid = 1
            ssl = required
            ssl_cert = <{{folder}}/cert.pem
            ssl_key = <{{folder}}/key.pem
            auth_mechanisms = plain login xoauth2
            auth_failure_delay = 0
            mail_location = maildir:{{folder}}/mail
            service imap-login {
              chroot =
              inet_listener imap {
                port = {{StartTlsPort}}
              }
              inet_listener imaps {
                port = {{Port}}
                ssl = yes
              }
            }
            service anvil {
              chroot =
            }
            service stats {
              chroot =
            }
            passdb {
              driver = oauth2
              mechanisms = xoauth2
              args = {{folder}}/oauth2.conf
            }
            passdb {
              driver = passwd-file
              mechanisms = plain login
              args = {{folder}}/users
            }
            userdb {
              driver = static
              args = uid={{user}} gid={{(Environment.IsPrivilegedProcess ? "nogroup" : user)}} home={{folder}}
            }

            """;
    }

    private void Own()
    {
        if (Environment.IsPrivilegedProcess)
        {
            Assert.Equal(0, Tool.Start("chmod", folder, ["a+rx", folder]).Exit);
            Assert.Equal(0, Tool.Start("chown", folder, ["-R", "nobody", "mail"]).Exit);
        }
    }

    private void WaitForPort()
    {
        for (var tries = 0; tries < 200; tries++)
        {
            try
            {
                using var probe = new TcpClient();
                probe.Connect(IPAddress.Loopback, Port);
                return;
            }
            catch (SocketException)
            {
                Thread.Sleep(50);
            }
        }

        Dispose();
        throw new InvalidOperationException($"dovecot did not start: {(File.Exists(Path.Combine(folder, "log")) ? File.ReadAllText(Path.Combine(folder, "log")) : "no log")}");
    }
}

/// <summary>A test that needs Dovecot; skipped, by name, without.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsDovecotFactAttribute : FactAttribute
{
    public NeedsDovecotFactAttribute()
    {
        if (!File.Exists(DovecotServer.Program))
        {
            Skip = "dovecot (Debian package dovecot-imapd) is not installed";
        }
    }
}

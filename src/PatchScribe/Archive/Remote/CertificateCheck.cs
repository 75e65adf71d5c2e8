using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PatchScribe.Diagnostics;

namespace PatchScribe.Archive.Remote;

/// <summary>Whether a server is who it says: as the system has it, or by the certificates of a file alone (RFC 5280; the name is compared as RFC 6125 has it).</summary>
internal static class CertificateCheck
{
    /// <summary>The check for a file of trusted certificates, or null for the system's.</summary>
    public static RemoteCertificateValidationCallback? For(string? caFile)
    {
        if (caFile is null)
        {
            return null;
        }

        var trusted = new X509Certificate2Collection();
        try
        {
            trusted.ImportFromPemFile(caFile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new InputException($"the certificates of {caFile} cannot be read: {e.Message}", "give a PEM file as ca-file", e);
        }

        return (_, certificate, chain, errors) => certificate is X509Certificate2 server && (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) == SslPolicyErrors.None && IsTrusted(server, chain, trusted);
    }

    private static bool IsTrusted(X509Certificate2 server, X509Chain? sent, X509Certificate2Collection trusted)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(trusted);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        foreach (var element in sent?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
        {
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        }

        return chain.Build(server);
    }
}

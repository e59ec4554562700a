using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CookieConsent.BrowserTests;

/// <summary>A certificate made for this run; the browser is told to accept it for every name.</summary>
internal static class TestCertificate
{
    public static readonly X509Certificate2 Instance = Create();

    private static X509Certificate2 Create()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=CookieConsent browser tests", key, HashAlgorithmName.SHA256);
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }
}

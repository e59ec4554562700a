using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Xml.Linq;

namespace CookieConsent.Tests;

/// <summary>What stands in the package, packed as it is released.</summary>
public sealed class PackageTests(PackageTests.Packed packed) : IClassFixture<PackageTests.Packed>
{
    private XElement Metadata => packed.Nuspec.Root!.Elements().Single();

    [Fact]
    public void It_holds_the_library_its_documentation_what_builds_need_and_what_people_read() =>
        packed.Files.Should().BeEquivalentTo(
        [
            "CookieConsent.nuspec",
            "README.md",
            "CHANGELOG.md",
            "buildTransitive/CookieConsent.targets",
            "buildTransitive/_ViewImports.cshtml",
            "lib/net10.0/CookieConsent.dll",
            "lib/net10.0/CookieConsent.xml",
            "types/cookie-consent.d.ts",
        ]);

    [Fact]
    public void Nothing_of_it_becomes_a_file_of_the_app() =>
        packed.Files.Should().NotContain(static file => file.StartsWith("content", StringComparison.OrdinalIgnoreCase) || file.StartsWith("staticwebassets", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void What_builds_the_assets_stays_at_home() =>
        packed.Files.Should().NotContain(static file => file.EndsWith(".json", StringComparison.Ordinal) || file.Contains("npmrc", StringComparison.Ordinal) || file.Contains("node_modules", StringComparison.Ordinal));

    [Fact]
    public void It_depends_on_the_framework_and_on_no_package()
    {
        Metadata.Descendants().Where(static element => element.Name.LocalName == "dependency").Should().BeEmpty();
        Metadata.Descendants().Where(static element => element.Name.LocalName == "group").Select(static group => (string?)group.Attribute("targetFramework")).Should().AllBe("net10.0");
        Metadata.Descendants().Where(static element => element.Name.LocalName == "frameworkReference").Select(static reference => (string?)reference.Attribute("name")).Should().Equal("Microsoft.AspNetCore.App");
    }

    [Fact]
    public void It_says_its_licence_its_readme_and_what_it_is()
    {
        Value("id").Should().Be("CookieConsent");
        Value("license").Should().Be("MIT");
        Metadata.Elements().Single(static element => element.Name.LocalName == "license").Attribute("type")!.Value.Should().Be("expression");
        Value("readme").Should().Be("README.md");
        Value("description").Should().NotBeNullOrWhiteSpace();
        Value("tags").Should().Contain("consent");
    }

    [Fact]
    public void Two_packings_of_one_source_give_the_same_bytes()
    {
        byte[] once = SHA256.HashData(packed.Library);

        byte[] again = SHA256.HashData(packed.PackAgain());

        again.Should().Equal(once);
    }

    private string? Value(string name) => Metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;

    /// <summary>The package, packed once for all tests.</summary>
    public sealed class Packed : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

        public Packed()
        {
            (Files, Library, Nuspec) = Pack("once");
        }

        public IReadOnlyList<string> Files { get; }

        public byte[] Library { get; }

        public XDocument Nuspec { get; }

        public byte[] PackAgain() => Pack("again").Library;

        public void Dispose() => _folder.Delete(recursive: true);

        private (IReadOnlyList<string> Files, byte[] Library, XDocument Nuspec) Pack(string name)
        {
            // Beside the solution's own build, and compiled anew every time, so that no package is a copy of another. The
            // place is the same, because names of generated files are part of what is compiled.
            string output = Path.Combine(_folder.FullName, name);
            string made = Path.Combine(_folder.FullName, "made");
            if (Directory.Exists(made))
            {
                Directory.Delete(made, recursive: true);
            }

            var start = new ProcessStartInfo("dotnet")
            {
                ArgumentList =
                {
                    "pack", Path.Combine(Repository.Root, "src/CookieConsent"), "--configuration", "Release", "--output", output, "--verbosity", "quiet",
                    $"-property:IntermediateOutputPath={made}/obj/", $"-property:OutputPath={made}/bin/", "-property:RunAnalyzers=false", "-nodeReuse:false",
                },
                RedirectStandardOutput = true,
            };

            using Process process = Process.Start(start)!;
            string log = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            process.ExitCode.Should().Be(0, log);

            using ZipArchive package = ZipFile.OpenRead(Directory.GetFiles(output, "*.nupkg").Single());
            return (
                [.. package.Entries.Select(static entry => entry.FullName).Where(static name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml")],
                Read(package, "lib/net10.0/CookieConsent.dll"),
                XDocument.Load(new MemoryStream(Read(package, "CookieConsent.nuspec"))));
        }

        private static byte[] Read(ZipArchive package, string name)
        {
            using Stream content = package.GetEntry(name)!.Open();
            using var copy = new MemoryStream();
            content.CopyTo(copy);
            return copy.ToArray();
        }
    }
}

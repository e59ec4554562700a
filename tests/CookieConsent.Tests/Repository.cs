namespace CookieConsent.Tests;

/// <summary>The checkout that the tests were built in.</summary>
internal static class Repository
{
    /// <summary>What is made, fetched or kept by tools, and belongs to nobody.</summary>
    private static readonly HashSet<string> NotOurs = [".git", ".vs", ".idea", "bin", "obj", "node_modules", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts"];

    // Not the caller's file path: a deterministic build writes another one there.
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    /// <summary>All files below a folder, with paths relative to the root.</summary>
    public static IEnumerable<string> Files(string folder = ".") =>
        Directory.EnumerateFiles(Path.Combine(Root, folder)).Select(static file => Path.GetRelativePath(Root, file))
            .Concat(Folders(folder).SelectMany(Files));

    /// <summary>The folders right below a folder, with paths relative to the root.</summary>
    public static IEnumerable<string> Folders(string folder) =>
        Directory.EnumerateDirectories(Path.Combine(Root, folder))
            .Where(static path => !NotOurs.Contains(Path.GetFileName(path)))
            .Select(static path => Path.GetRelativePath(Root, path));

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "CookieConsent.sln")) ? folder
        : Above(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run inside the repository."));
}

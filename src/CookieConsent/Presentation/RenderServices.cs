namespace CookieConsent.Presentation;

/// <summary>What the components of one rendering can inject: their models.</summary>
internal sealed class RenderServices(params object[] models) : IServiceProvider
{
    public object? GetService(Type serviceType) => models.FirstOrDefault(serviceType.IsInstanceOfType);
}

using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http.Features;

namespace CookieConsent.Benchmarks.Pipeline;

/// <summary>One connection to a site, serving the same request again and again.</summary>
/// <remarks>
/// Shaped like Kestrel: the connection is the feature collection, well-known features are its fields, others stand in
/// a list that is reused, and so are the callbacks of <c>OnStarting</c>, which run last in, first out. An empty
/// pipeline therefore allocates nothing here, and what is measured is what a pipeline adds.
/// </remarks>
internal sealed class Connection : IFeatureCollection, IHttpRequestFeature, IHttpResponseFeature, IServiceProvidersFeature
{
    private readonly RequestDelegate _pipeline;
    private readonly RequestShape _shape;
    private readonly DefaultHttpContext _context;
    private readonly IHeaderDictionary _requestHeaders = new HeaderDictionary();
    private readonly IHeaderDictionary _responseHeaders = new HeaderDictionary();
    private readonly Stack<(Func<object, Task> Callback, object State)> _onStarting = new();
    private readonly List<KeyValuePair<Type, object>> _extra = new(4);
    private IResponseCookiesFeature? _responseCookies;
    private IEndpointFeature? _endpoint;
    private int _revision;

    /// <param name="site">The site that answers.</param>
    /// <param name="shape">The request.</param>
    public Connection(BenchmarkSite site, RequestShape shape)
    {
        _pipeline = site.Pipeline;
        _shape = shape;
        RequestServices = site.Services;
        _context = new DefaultHttpContext(this);
    }

    public IServiceProvider RequestServices { get; set; }

    /// <summary>What the last response sets.</summary>
    public IEnumerable<string?> SetCookies => _responseHeaders.SetCookie;

    public string Protocol { get; set; } = "HTTP/1.1";

    public string Scheme { get; set; } = "https";

    public string Method { get; set; } = "GET";

    public string PathBase { get; set; } = "";

    public string Path { get; set; } = "";

    public string QueryString { get; set; } = "";

    public string RawTarget { get; set; } = "";

    IHeaderDictionary IHttpRequestFeature.Headers
    {
        get => _requestHeaders;
        set => throw new NotSupportedException();
    }

    Stream IHttpRequestFeature.Body { get; set; } = Stream.Null;

    public int StatusCode { get; set; }

    public string? ReasonPhrase { get; set; }

    IHeaderDictionary IHttpResponseFeature.Headers
    {
        get => _responseHeaders;
        set => throw new NotSupportedException();
    }

    [Obsolete("As in the interface.")]
    Stream IHttpResponseFeature.Body { get; set; } = Stream.Null;

    public bool HasStarted { get; private set; }

    public bool IsReadOnly => false;

    public int Revision => _revision;

    public object? this[Type key]
    {
        get => key == typeof(IHttpRequestFeature) || key == typeof(IHttpResponseFeature) || key == typeof(IServiceProvidersFeature) ? this
            : key == typeof(IResponseCookiesFeature) ? _responseCookies
            : key == typeof(IEndpointFeature) ? _endpoint
            : Extra(key);
        set
        {
            _revision++;
            if (key == typeof(IResponseCookiesFeature))
            {
                _responseCookies = (IResponseCookiesFeature?)value;
            }
            else if (key == typeof(IEndpointFeature))
            {
                _endpoint = (IEndpointFeature?)value;
            }
            else
            {
                SetExtra(key, value);
            }
        }
    }

    public TFeature? Get<TFeature>() =>
        typeof(TFeature) == typeof(IHttpRequestFeature) || typeof(TFeature) == typeof(IHttpResponseFeature) || typeof(TFeature) == typeof(IServiceProvidersFeature) ? (TFeature)(object)this
        : typeof(TFeature) == typeof(IResponseCookiesFeature) ? (TFeature?)_responseCookies
        : typeof(TFeature) == typeof(IEndpointFeature) ? (TFeature?)_endpoint
        : (TFeature?)Extra(typeof(TFeature));

    public void Set<TFeature>(TFeature? instance) => this[typeof(TFeature)] = instance;

    public void OnStarting(Func<object, Task> callback, object state) => _onStarting.Push((callback, state));

    public void OnCompleted(Func<object, Task> callback, object state) => throw new NotSupportedException();

    [SuppressMessage("Design", "CA1024:Use properties where appropriate", Justification = "The interface's.")]
    public IEnumerator<KeyValuePair<Type, object>> GetEnumerator() => _extra.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Serves the request once, all the way to the response's headers.</summary>
    public void Serve()
    {
        _extra.Clear();
        _responseCookies = null;
        _endpoint = null;
        _revision++;
        _requestHeaders.Clear();
        _responseHeaders.Clear();
        HasStarted = false;
        Path = _shape.Path;
        _requestHeaders.Host = "www.example.co.uk";
        if (_shape.Cookies is not null)
        {
            _requestHeaders.Cookie = _shape.Cookies;
        }

        if (_shape.IsNavigation)
        {
            _requestHeaders["Sec-Fetch-Mode"] = "navigate";
        }

        _context.Initialize(this);
        Wait(_pipeline(_context));
        while (_onStarting.TryPop(out (Func<object, Task> Callback, object State) starting))
        {
            Wait(starting.Callback(starting.State));
        }

        HasStarted = true;
        _context.Uninitialize();
    }

    private static void Wait(Task task)
    {
        if (!task.IsCompletedSuccessfully)
        {
            task.GetAwaiter().GetResult();
        }
    }

    private object? Extra(Type key)
    {
        foreach (KeyValuePair<Type, object> feature in _extra)
        {
            if (feature.Key == key)
            {
                return feature.Value;
            }
        }

        return null;
    }

    private void SetExtra(Type key, object? value)
    {
        for (int index = 0; index < _extra.Count; index++)
        {
            if (_extra[index].Key == key)
            {
                if (value is null)
                {
                    _extra.RemoveAt(index);
                }
                else
                {
                    _extra[index] = new(key, value);
                }

                return;
            }
        }

        if (value is not null)
        {
            _extra.Add(new(key, value));
        }
    }
}

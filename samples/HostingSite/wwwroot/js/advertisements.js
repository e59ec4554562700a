(window.adsbygoogle = window.adsbygoogle || []).push({});

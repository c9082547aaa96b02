/** Which proxy a request goes through, if any: the one given, else the environment's HTTPS_PROXY and HTTP_PROXY, but for NO_PROXY. */

export type Proxy =
  | { readonly kind: 'none' }
  | { readonly kind: 'proxy'; readonly url: URL }
  /** A part of a sentence for people. */
  | { readonly kind: 'fault'; readonly reason: string };

export function proxyFor(url: URL, given?: string): Proxy {
  const written = (given ?? fromEnvironment(url))?.trim();
  if (written === undefined || written === '') return { kind: 'none' };
  // "proxy.example.org:3128", as curl and others take it.
  const address = /^[a-z][\w+.-]*:\/\//i.test(written) ? written : `http://${written}`;
  const proxy = URL.canParse(address) ? new URL(address) : undefined;
  if (proxy === undefined || !/^https?:$/.test(proxy.protocol) || proxy.hostname === '')
    return {
      kind: 'fault',
      // Without what it says of a name and a password.
      reason: `the proxy ${written.replace(/^([^/]*\/\/)?[^/@]*@/, '$1')} cannot be used; write it as http://host:port`,
    };
  return { kind: 'proxy', url: proxy };
}

function fromEnvironment(url: URL): string | undefined {
  const environment = (name: string): string | undefined =>
    process.env[name] ?? process.env[name.toLowerCase()];
  const spared = (environment('NO_PROXY') ?? '').split(',').map((host) => host.trim().replace(/^\*?\./, ''));
  if (
    spared.some(
      (host) => host === '*' || (host !== '' && (url.hostname === host || url.hostname.endsWith(`.${host}`))),
    )
  )
    return undefined;
  return url.protocol === 'https:' ? environment('HTTPS_PROXY') : environment('HTTP_PROXY');
}

/**
 * Why a request got no answer, in words for a person: what went wrong, and what to look at. Makes no requests itself.
 * Codes: https://nodejs.org/api/errors.html#common-system-errors and https://nodejs.org/api/tls.html#x509-certificate-error-codes
 */

export interface Failure {
  /** A part of a sentence, without its full stop. */
  readonly reason: string;
  /** The same again in a few seconds: no network, nobody there, a certificate that is not trusted. */
  readonly isLasting: boolean;
}

const lasting = (reason: string): Failure => ({ reason, isLasting: true });
const passing = (reason: string): Failure => ({ reason, isLasting: false });

/** `peer`: whom the connection was made to, "export.arxiv.org" or "the proxy proxy.example.org:3128". */
export function failureOf(peer: string, error: Error): Failure {
  const { code = '', message } = error as NodeJS.ErrnoException;
  // A host with several addresses fails with one error for each: https://nodejs.org/api/net.html#autoselectfamily
  const [first] = error instanceof AggregateError ? (error.errors as readonly unknown[]) : [];
  if (first instanceof Error) return failureOf(peer, first);
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EAI_NODATA':
    case 'EAI_NONAME':
      return lasting(`${peer} could not be found under this name; is this machine online?`);
    case 'ENETUNREACH':
    case 'ENETDOWN':
    case 'EHOSTUNREACH':
    case 'EHOSTDOWN':
    case 'EADDRNOTAVAIL':
      return lasting(`no way leads to ${peer}; is this machine online?`);
    case 'ECONNREFUSED':
      return lasting(`nothing answers at ${peer}; it may be down, or the address wrong`);
    case 'EACCES':
    case 'EPERM':
      return lasting(`this machine does not allow a connection to ${peer}; a firewall may forbid it`);
    case 'ETIMEDOUT':
      return passing(`${peer} did not answer in time`);
    case 'ECONNRESET':
    case 'EPIPE':
    case 'ECONNABORTED':
      return passing(`${peer} broke the connection off`);
    case 'CERT_HAS_EXPIRED':
    case 'CERT_NOT_YET_VALID':
      return lasting(`the certificate of ${peer} is out of date, or this machine’s clock is wrong`);
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return lasting(`the certificate of ${peer} is for another name`);
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'CERT_UNTRUSTED':
      return lasting(
        `this machine does not trust the certificate of ${peer}; where a network brings its own, name it in NODE_EXTRA_CA_CERTS`,
      );
  }
  if (code.startsWith('ERR_SSL_') || code === 'EPROTO')
    return lasting(`${peer} does not speak https; is the address right?`);
  // Node's HTTP parser: https://github.com/nodejs/llhttp
  if (code.startsWith('HPE_')) return passing(`${peer} answers with something else than HTTP`);
  if (/^Proxy connection ended/.test(message)) return passing(`${peer} broke the connection off`);
  return passing(`the connection to ${peer} failed: ${message.replace(/\.$/, '')}`);
}

/** What an answer that is none of those expected means. */
export function describeStatus(host: string, status: number): string {
  const number = `status ${String(status)}`;
  switch (status) {
    case 401:
    case 403:
      return `${host} refuses access (${number})`;
    case 404:
    case 410:
      return `there is nothing at that address of ${host} (${number})`;
    case 407:
      return `a proxy before ${host} wants a name and a password (${number})`;
    case 429:
      return `${host} was asked too much and wants to be left alone for a while (${number})`;
  }
  return status >= 500
    ? `${host} has trouble of its own (${number}); try again later`
    : `${host} answers with ${number}`;
}

/** What a body that should be data is instead; undefined when it does not look like anything in particular. */
export function describeForeign(host: string, body: string): string | undefined {
  if (body.trim() === '') return `${host} sends nothing`;
  if (isWebPage(body))
    return `${host} sends a web page instead of data; is the address right, and does this network want you to sign in first?`;
  return undefined;
}

export const isWebPage = (body: string): boolean => /^\s*<(?:!doctype html|html|head|body)\b/i.test(body);

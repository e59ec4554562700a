/** The policy's browser part. The server writes it before this code (Presentation/BrowserPolicy.cs); `policy` is a constant of the block around both. */
export interface Policy {
  /** Name of the decision cookie. */
  name: string;
  /** For how many calendar months an answer holds. */
  months: number;
  /** Prefix of our own routes, without the path base. */
  prefix: string;
  /** The route of the rest of the script. */
  rest: string;
  /** The routes of the stylesheets. */
  styles: string[];
  /** In Development, where names are reported, what is said of one; elsewhere they are counted. */
  names: string;
  /** Name of the queue that Google's tags read. */
  dataLayer: string;
  nets: [insertions: Net, observer: Net, cookies: Net, cookieStore: Net, storage: Net, sweep: Net];
  /** What happens to names that nobody declared. */
  undeclared: [cookies: Net, storage: Net];
  /** The asked categories. `entries`: of the refusal, of the grant with no vendor refused, with one, and so on; four characters each. */
  categories: [id: string, entries: string, ...essentialOn: string[]][];
  /** The asked vendors. `entries`: of the refusal, of the grant. `signal`: the kind, a colon, and the category that it speaks for. */
  vendors: [id: string, category: number, entries: string, signal: string][];
  /** Their addresses, the most specific first. `expression`: for the beginning of a host with the path and query behind it. `path`: what the host alone does not say. */
  origins: [expression: string, vendor: number, path?: string][];
  /** Names that need a grant; vendor -1: the site's own. See {@link Names}. */
  cookies: [category: number, vendor: number, names: string][];
  /** Names that need none. See {@link Names}. */
  essential: string;
  texts: [saveFailed: string, close: string];
}

/** 0: not hung up, 1: lets pass and reports, 2: withholds. */
export type Net = 0 | 1 | 2;

/**
 * Patterns separated by spaces: a cookie's is `name` or `name;/path`, others begin with `l=` (local storage),
 * `s=` (session storage) or `i=` (IndexedDB). One `*` stands for any run of characters; the most specific wins:
 * an exact name, then the pattern with more fixed characters.
 */
export type Names = string;

declare const policy: Policy;

/** Named exports, so that the modules do not depend on how the constant gets here. */
export const { categories, vendors } = policy;
export default policy;

/** What the visitor said. Ids are those of the asked categories and vendors; what is in neither list is undecided. */
export interface CookieConsentDecision {
  readonly granted: readonly string[];
  readonly refused: readonly string[];
  /** When it was said; null before that. A refusal carries its day alone. */
  readonly date: Date | null;
  /** The receipt that the visitor can name, if anything was granted. */
  readonly receipt: string | null;
}

export interface CookieConsent {
  /** Whether a category or a vendor is allowed on this page. False for an id that this site does not ask about. */
  has(id: string): boolean;
  readonly decision: CookieConsentDecision;
  /** Opens the cookie settings. */
  open(): Promise<void>;
  /** Grants what the visitor has not been asked yet, and nothing else. True when the browser keeps the answer, or there was nothing to ask. */
  accept(): Promise<boolean>;
  /** Refuses everything. True when the browser keeps the answer. */
  reject(): Promise<boolean>;
  /** Takes back what was granted; what is undecided stays so. True when the browser keeps the answer, or there was nothing to take back. The page then starts anew. */
  withdraw(): Promise<boolean>;
  /** Calls back after every change of what is allowed, and once for a decision that is already there. Returns what ends it. */
  onChange(callback: (decision: CookieConsentDecision) => void): () => void;
}

declare global {
  interface Window {
    readonly cookieConsent: CookieConsent;
  }

  // A page can ask before the library is there.
  const cookieConsent: CookieConsent;

  interface DocumentEventMap {
    /** The page is parsed, and what is granted may run. */
    "cookieconsent:ready": CustomEvent<CookieConsentDecision>;
    /** What is allowed on this page has changed. */
    "cookieconsent:change": CustomEvent<CookieConsentDecision>;
  }
}

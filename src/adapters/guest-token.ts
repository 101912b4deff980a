// A guest's own token, kept in this browser so that they find their posts again; works without where storage is refused.

/** What is kept of a guest. */
export interface GuestToken {
  read(): string | null;
  /** Null forgets it. */
  write(token: string | null): void;
}

/**
 * The token of the guest of this browser, at one server and site.
 * @param server its whole address
 */
export function guestToken(server: string, site: string | null): GuestToken {
  const key = `peer-discussion:guest:${JSON.stringify([server, site ?? ''])}`;
  let kept: string | null = null;
  return {
    read() {
      try {
        return localStorage.getItem(key) ?? kept;
      } catch {
        return kept;
      }
    },
    write(token) {
      kept = token;
      try {
        if (token === null) localStorage.removeItem(key);
        else localStorage.setItem(key, token);
      } catch {
        return; // refused by the browser: kept as long as the page
      }
    },
  };
}

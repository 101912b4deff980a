// The address of a post: the page's own, with `#peer-<id>`. Whose post it is, every panel of a page finds out itself.

const form = /^#peer-([0-9a-f-]{36})$/;

/** The id of the post that the page's address names, or null. */
export function postInAddress(): string | null {
  return form.exec(location.hash)?.[1] ?? null;
}

/** The address of a post on this page. */
export function addressOf(id: string): string {
  const address = new URL(location.href);
  address.hash = `peer-${id}`;
  return address.href;
}

/** Copies the address of a post. Where the browser refuses, it goes into the address bar: false. */
export async function copyAddress(id: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(addressOf(id));
    return true;
  } catch {
    location.hash = `peer-${id}`;
    return false;
  }
}

// What a panel tells of the page it stands in: its address, without what only says how somebody came there, and its title.
import { pageKeys } from '../model/discussion-id.ts';
import type { CoursePage } from '../model/post.ts';

/** The canonical address where it is of this origin, otherwise that of the window with the keys that name a page. */
function addressNow(): string {
  const canonical = document.querySelector<HTMLLinkElement>("link[rel='canonical' i]")?.href ?? '';
  if (URL.canParse(canonical) && new URL(canonical).origin === location.origin) {
    const address = new URL(canonical);
    address.hash = '';
    return address.href;
  }
  const address = new URL(location.origin);
  address.pathname = location.pathname; // resolved, a path of two slashes would be another host
  for (const [key, value] of new URLSearchParams(location.search))
    if (pageKeys.includes(key)) address.searchParams.append(key, value);
  return address.href;
}

/** This page; nothing where nobody asks for it, or where it has no origin: a file, or a frame that is kept apart. */
export function besideThisPage(isWanted: boolean | undefined): { readonly page?: CoursePage } {
  return isWanted === true && location.origin !== 'null' ? { page: { url: addressNow(), title: document.title } } : {};
}

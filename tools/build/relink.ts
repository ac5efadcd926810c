import { posix } from 'node:path';

/**
 * A page of the repository as a page of a package, which may have another place in it. Links to what the package does
 * not have lose the link and keep the words.
 *
 * @param from Its path in the repository.
 * @param to Its path in the package.
 * @param packed What else the package has, at the same paths as the repository.
 */
export function relink(page: string, from: string, to: string, packed: readonly string[]): string {
  return page.replace(/(!?)\[([^\]]+)\]\(([^)\s]+)\)/g, (link, image, words, target) => {
    if (/^([a-z]+:|#)/.test(target)) return link;
    const [path = '', anchor = ''] = target.split(/(?=#)/);
    const inRepository = posix.join(posix.dirname(from), path);
    if (!packed.includes(inRepository)) return image ? '' : words;
    return `[${words}](${posix.relative(posix.dirname(to), inRepository)}${anchor})`;
  });
}

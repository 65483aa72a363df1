/** A link in the story. It holds an address and nothing else: a class, a target or a title from a peer would be a way in. */
import { Mark, mergeAttributes } from '@tiptap/core'
import { isSafeLink } from '#domain/document/links.ts'

/** No referrer and no opener for the page that opens; no credit in search engines for whoever got a link into a plan. */
const SAFE = { target: '_blank', rel: 'noopener noreferrer nofollow' }

export const LinkMark = Mark.create({
  name: 'link',
  inclusive: false, // what is typed after a link is not part of it
  keepOnSplit: false,
  addAttributes: () => ({
    href: { default: null, parseHTML: (element: HTMLElement) => element.getAttribute('href') },
  }),
  parseHTML: () => [
    { tag: 'a[href]', getAttrs: (element: HTMLElement) => isSafeLink(element.getAttribute('href') ?? '') && null },
  ],
  renderHTML: ({ mark, HTMLAttributes }) =>
    typeof mark.attrs['href'] === 'string' && isSafeLink(mark.attrs['href'])
      ? ['a', mergeAttributes(HTMLAttributes, SAFE), 0]
      : ['span', 0],
})

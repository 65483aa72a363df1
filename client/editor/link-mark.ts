/** A link in the story. It has an address and no other attribute: a peer's class, target or title could be an attack. */
import { Mark, mergeAttributes } from '@tiptap/core'
import { isSafeLink } from '#domain/document/links.ts'

/** The linked page gets no referrer and no opener; search engines give no credit for links in a plan. */
const SAFE = { target: '_blank', rel: 'noopener noreferrer nofollow' }

export const LinkMark = Mark.create({
  name: 'link',
  inclusive: false, // text typed after a link is not part of it
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

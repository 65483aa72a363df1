/**
 * What a story may consist of. Everything may be empty (`block*`, `inline*`) and stays so: y-tiptap deletes from the shared
 * document what the rules refuse, and people who edit at the same time empty a list or a paragraph without anybody meaning to.
 */
import { type Extensions, getSchema } from '@tiptap/core'
import { Bold } from '@tiptap/extension-bold'
import { Document } from '@tiptap/extension-document'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Heading } from '@tiptap/extension-heading'
import { Italic } from '@tiptap/extension-italic'
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'
import type { Schema } from '@tiptap/pm/model'
import { LinkMark } from './link-mark.ts'
import { markRules } from './paste-html.ts'

/** The screen has the only level 1; a page from elsewhere keeps its order below it. */
const LEVELS = [
  { tag: 'h1', attrs: { level: 2 } },
  { tag: 'h2', attrs: { level: 2 } },
  { tag: 'h3', attrs: { level: 3 } },
  { tag: 'h4', attrs: { level: 3 } },
  { tag: 'h5', attrs: { level: 3 } },
  { tag: 'h6', attrs: { level: 3 } },
]

export const STORY_EXTENSIONS: Extensions = [
  Document.extend({ content: 'block*' }),
  Paragraph,
  Heading.extend({
    parseHTML: () => LEVELS,
    addAttributes: () => ({ level: { default: 2, rendered: false } }),
  }).configure({ levels: [2, 3] }),
  BulletList.extend({ content: 'listItem*' }),
  OrderedList.extend({
    content: 'listItem*',
    addAttributes: () => ({
      start: {
        default: 1,
        parseHTML: (element: HTMLElement) => Number.parseInt(element.getAttribute('start') ?? '1', 10) || 1,
      },
    }),
  }),
  ListItem.extend({
    content: 'block*',
    // Not Tab: whoever works by keyboard leaves the text with it (WCAG 2.1.2).
    addKeyboardShortcuts() {
      return {
        Enter: () => this.editor.commands.splitListItem(this.name),
        'Mod-]': () => this.editor.commands.sinkListItem(this.name),
        'Mod-[': () => this.editor.commands.liftListItem(this.name),
      }
    },
  }).configure({ HTMLAttributes: { dir: 'auto' } }), // a bullet stands where its own words begin
  ListKeymap.extend({
    addKeyboardShortcuts() {
      const { Tab: _, ...shortcuts } = this.parent?.() ?? {}
      return shortcuts
    },
  }),
  HardBreak,
  Text,
  Bold.extend({
    parseHTML: () => markRules('strong b', /font-weight:\s*(?:bold|[6-9]00)/i, /font-weight:\s*(?:normal|400)/i),
  }),
  Italic.extend({ parseHTML: () => markRules('em i', /font-style:\s*italic/i, /font-style:\s*normal/i) }),
  LinkMark,
]

let schema: Schema | undefined

/** Made once: the gate and every editor of this page share it. */
export const storySchema = (): Schema => (schema ??= getSchema(STORY_EXTENSIONS))

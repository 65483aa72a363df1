/**
 * The schema of a story. Everything may be empty (`block*`, `inline*`): y-tiptap deletes from the shared document what
 * violates the schema, and concurrent edits can empty a list or a paragraph without anybody's intention.
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

/** The screen itself has level 1; a pasted page keeps its order below it. */
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
    // Not Tab, by which keyboard users leave the text (WCAG 2.1.2).
    addKeyboardShortcuts() {
      return {
        Enter: () => this.editor.commands.splitListItem(this.name),
        'Mod-]': () => this.editor.commands.sinkListItem(this.name),
        'Mod-[': () => this.editor.commands.liftListItem(this.name),
      }
    },
  }).configure({ HTMLAttributes: { dir: 'auto' } }), // the bullet is on the side where its text begins
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

/** Created once: the gate and all editors of this page share it. */
export const storySchema = (): Schema => (schema ??= getSchema(STORY_EXTENSIONS))

/** Everything of a plan as one file that any browser shows and nothing else is needed for. Texts and dates come in ready to be read; knows no language. */
import * as Y from 'yjs'
import { toBase64url } from '#shared/protocol/bytes.ts'
import type { Plain } from './plain.ts'
import { readStory, storyIsEmpty } from './story.ts'
import { escapeHtml, toHtml } from './story-html.ts'
import { readAllValues } from './values.ts'

export type ReadableFile = {
  readonly title: string
  /** BCP 47, with its direction. */
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  /** One per person, as people read it: "Ans, owner". */
  readonly people: readonly string[]
  readonly labels: {
    readonly savedOn: string
    readonly people: string
    readonly story: string
    readonly emptyStory: string
    /** Why the block at the end is there. */
    readonly data: string
  }
}

/** Raised when an app that reads such a file back would need to know. */
const FILE_VERSION = 1

/** The id of the block that holds the data, for a later app that reads the file back. */
const DATA_ID = 'weef-data'

export const toReadableFile = (doc: Y.Doc, file: ReadableFile): string => `<!doctype html>
<html lang="${escapeHtml(file.language)}" dir="${file.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(file.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escapeHtml(file.title)}</h1>
<p>${escapeHtml(file.labels.savedOn)}</p>
<h2>${escapeHtml(file.labels.people)}</h2>
<ul>
${file.people.map((person) => `<li>${escapeHtml(person)}</li>`).join('\n')}
</ul>
<h2>${escapeHtml(file.labels.story)}</h2>
${storyIsEmpty(doc) ? `<p>${escapeHtml(file.labels.emptyStory)}</p>` : toHtml(readStory(doc))}
<details>
<summary>${escapeHtml(file.labels.data)}</summary>
<pre id="${DATA_ID}">${escapeHtml(JSON.stringify(toData(doc), null, 1))}</pre>
</details>
</body>
</html>
`

/** What a screen does not show is here: every value that we can read, and the document itself, byte for byte. */
const toData = (doc: Y.Doc): { readonly [name: string]: Plain } => ({
  format: 'weef-plan',
  version: FILE_VERSION,
  values: Object.fromEntries(readAllValues(doc)),
  document: toBase64url(Y.encodeStateAsUpdate(doc)),
})

const STYLE =
  'body{max-inline-size:68ch;margin:2rem auto;padding:0 1rem;font:1.125rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}' +
  'pre{white-space:pre-wrap;font-size:.75rem}@media print{details{display:none}}'

/** A file name that every system takes, from a title that may hold anything. */
export const toFileName = (title: string, ending: string): string => {
  const words = title
    .normalize('NFKC')
    .replace(/[^\p{Letter}\p{Mark}\p{Number}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return `${[...words].slice(0, FILE_NAME_LIMIT).join('') || 'plan'}.${ending}`
}

/** Characters; 60 of four bytes each fit the 255 bytes that file systems allow. */
const FILE_NAME_LIMIT = 60

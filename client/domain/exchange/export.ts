/** A whole plan as one self-contained file that any browser shows. Texts and dates come in as words; the file knows no language. */
import { type PlanData, toFileText } from './export-data.ts'
import type { PlanGroup, PlanPart } from './plan-text-blocks.ts'
import { escapeHtml, toHtml } from '../story/story-html.ts'

export type ReadableFile = {
  readonly title: string
  /** BCP 47, with its direction. */
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly parts: readonly PlanPart[]
  readonly data: PlanData
  readonly labels: {
    readonly savedOn: string
    readonly empty: string
    /** The explanation of the block at the end. */
    readonly data: string
  }
}

/** The id of the block that holds the data, for an app that reads the file back. */
export const DATA_ID = 'weef-data'

export const toReadableFile = (file: ReadableFile): string => `<!doctype html>
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
<h1 dir="auto">${escapeHtml(file.title)}</h1>
<p>${escapeHtml(file.labels.savedOn)}</p>
${file.parts.map((part) => partHtml(part, file.labels.empty)).join('\n')}
<details>
<summary>${escapeHtml(file.labels.data)}</summary>
<pre id="${DATA_ID}" translate="no">${escapeHtml(toFileText(file.data))}</pre>
</details>
</body>
</html>
`

const partHtml = ({ title, groups }: PlanPart, empty: string): string => {
  const contents = groups.map(groupHtml).filter((html) => html !== '')
  return `<h2>${escapeHtml(title)}</h2>\n${contents.length === 0 ? `<p>${escapeHtml(empty)}</p>` : contents.join('\n')}`
}

const groupHtml = ({ title, blocks }: PlanGroup): string =>
  `${title === '' ? '' : `<h3 dir="auto">${escapeHtml(title)}</h3>\n`}${toHtml(blocks)}`

const STYLE =
  'body{max-inline-size:68ch;margin:2rem auto;padding:0 1rem;font:1.125rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}' +
  'pre{white-space:pre-wrap;font-size:.75rem}@media print{details{display:none}}'

/** A file name that every system accepts, from any title. */
export const toFileName = (title: string, ending: string): string => {
  const words = title
    .normalize('NFKC')
    .replace(/[^\p{Letter}\p{Mark}\p{Number}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return `${[...words].slice(0, FILE_NAME_LIMIT).join('') || 'plan'}.${ending}`
}

/** The most characters of a file name: 60 of four bytes each fit the 255 bytes that file systems allow. */
const FILE_NAME_LIMIT = 60

/** The titles that a plan has while nobody gave it another, in every language: its maker's stays in it, whoever reads it. */
export const DEFAULT_TITLES = {
  nl: { mine: 'Mijn plan', theirs: 'Een plan om samen te maken' },
  en: { mine: 'My plan', theirs: 'A plan we make together' },
} as const

const ALL = new Set<string>(Object.values(DEFAULT_TITLES).flatMap(({ mine, theirs }) => [mine, theirs]))
export const isDefaultTitle = (title: string): boolean => ALL.has(title)

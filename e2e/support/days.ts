/** Days as the browsers count them, wherever and whenever the journeys run. */

/** Every browser's, from playwright.config.ts. */
export const TIME_ZONE = 'Europe/Amsterdam'
const DAY_MS = 86_400_000

/** A day as yyyy-mm-dd; `days`: from today. */
export const inDays = (days: number): string => {
  const today = new Date().toLocaleDateString('sv', { timeZone: TIME_ZONE })
  return new Date(Date.parse(`${today}T12:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

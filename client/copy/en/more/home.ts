/** English words of what one person keeps for themself: private notes, and how they are called and read. */
import type { nlHome } from '../../nl/more/home.ts'

const counted = (title: string, count: number): string => (count === 0 ? title : `${title} (${count})`)

export const enHome: typeof nlHome = {
  notes: {
    person: (name, count) => counted(`Only for you: your notes about ${name}`, count),
    conversation: (count) => counted('Only for you: your notes on this conversation', count),
    drafts: (count) => counted('Only for you: points you haven’t shared yet', count),
  },

  details: {
    title: 'Your name, colour and text size',
    lead: 'This goes for all your devices, and for any new plan you make.',
    name: 'Your name',
    colour: 'Your colour',
    saved: 'Saved.',
    textSize: 'Text size',
    textSizes: { normal: 'Normal', large: 'Large', larger: 'Largest' },
  },
}

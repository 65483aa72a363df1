/** English words of reading aloud. */
import { toSpokenDay } from '../format/days-and-times.ts'

export const enReadAloud = {
  readAloud: {
    start: 'Read aloud',
    of: (action: string, part: string) => `${action}: ${part}`,
    stop: 'Stop reading',
    goOn: 'Read on',
    none: 'This device has no English voice of its own. We use no voice from the internet, because your words would go there. You can often get a voice in the settings of your device.',
    ticked: 'ticked',
    unticked: 'not ticked',
    chosen: (what: string) => `Chosen: ${what}`,
    nothingChosen: 'nothing chosen yet',
    empty: 'Nothing filled in yet',
    day: (day: string) => toSpokenDay('en-GB', day),
  },
}

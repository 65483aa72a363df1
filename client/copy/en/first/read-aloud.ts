/** English words of reading aloud. */
import { toSpokenDay } from '../../format/days-and-times.ts'

export const enReadAloud = {
  readAloud: {
    start: 'Read aloud',
    of: (action: string, part: string) => `${action}: ${part}`,
    stop: 'Stop reading',
    goOn: 'Carry on reading',
    short: { stop: 'Stop', goOn: 'Carry on' },
    none: 'This device has no English voice of its own. We don’t use voices from the internet, because your words would be sent there. You can often add a voice in your device’s settings.',
    notFetched: 'Weef can’t get reading aloud right now. Check if you have internet.',
    ticked: 'ticked',
    unticked: 'not ticked',
    chosen: (what: string) => `Chosen: ${what}`,
    nothingChosen: 'nothing chosen yet',
    empty: 'Nothing filled in yet',
    day: (day: string) => toSpokenDay('en-GB', day),
  },
}

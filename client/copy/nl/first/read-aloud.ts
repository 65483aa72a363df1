/** Dutch words of reading aloud. */
import { toSpokenDay } from '../../format/days-and-times.ts'

export const nlReadAloud = {
  readAloud: {
    start: 'Lees voor',
    of: (action: string, part: string) => `${action}: ${part}`,
    stop: 'Stop met lezen',
    goOn: 'Lees verder',
    short: { stop: 'Stop', goOn: 'Verder' },
    none: 'Dit toestel heeft geen eigen stem voor het Nederlands. We gebruiken geen stem van internet, want dan gaan je woorden daarheen. Bij de instellingen van je toestel kun je vaak een stem ophalen.',
    notFetched: 'Weef kan het voorlezen nu niet ophalen. Kijk of je internet hebt.',
    ticked: 'aangevinkt',
    unticked: 'niet aangevinkt',
    chosen: (what: string) => `Gekozen: ${what}`,
    nothingChosen: 'nog niets gekozen',
    empty: 'Nog niets ingevuld',
    day: (day: string) => toSpokenDay('nl-NL', day),
  },
}

/** Dutch words about alarms: why, in plain words, and what to do. They blame a device, which may be broken, and no person. */
import type { AlarmName } from '#domain/plan/alarms.ts'

/** `who` follows "van". */
type Told = { readonly what: (who: string) => string; readonly advice: string }

const ASK = 'Vraag hulp aan wie Weef voor jullie beheert.'
const TALK = 'Praat er samen over.'

export const nlAlarms = {
  alarms: {
    safe: 'Jouw tekst is bewaard.',
    look: 'Bekijk de lijst',
    somebody: 'iemand',
    gone: (name: string) => (name === '' ? 'iemand die niet meer meedoet' : `${name} (doet niet meer mee)`),
    told: {
      'other-log': {
        what: (who) => `Een toestel van ${who} kreeg een andere versie van het plan dan jij.`,
        advice: `Kijk samen of jullie hetzelfde zien. Is dat niet zo? ${ASK}`,
      },
      'bad-record': {
        what: () => 'Er kwam iets binnen over wie er meedoet. Dat mocht niet, en het is niet gebruikt.',
        advice: ASK,
      },
      'bad-key': {
        what: (who) => `Een sleutel van ${who} klopt niet.`,
        advice: `Meestal komt dat vanzelf goed. Mist er daarna tekst in het plan? ${ASK}`,
      },
      'bad-checkpoint': {
        what: (who) => `Een kopie van het plan klopte niet. Die kwam van ${who}. Nu zie je het echte plan.`,
        advice: TALK,
      },
      'too-late': {
        what: (who) => `Iets van ${who} kwam te laat. Het is niet gebruikt.`,
        advice: 'Je hoeft niets te doen. Wie nog mag schrijven, stuurt het vanzelf nog een keer.',
      },
      unsigned: {
        what: () => 'Er kwam iets binnen waarvan niemand weet van wie het is. Het is niet gebruikt.',
        advice: `Gebeurt dit vaker? ${ASK}`,
      },
      unreadable: {
        what: (who) => `Een toestel van ${who} stuurde iets dat niet te lezen is. Het is niet gebruikt.`,
        advice: `${TALK} Misschien is Weef op dat toestel te oud.`,
      },
      'not-own': {
        what: (who) => `Een toestel van ${who} stuurde tekst onder een andere naam. Die tekst is niet gebruikt.`,
        advice: TALK,
      },
      'taken-client': {
        what: (who) =>
          `Een toestel van ${who} schreef alsof het van iemand anders was. Die tekst staat in het plan, zonder naam.`,
        advice: `${TALK} Dit gaat nooit per ongeluk.`,
      },
      incomplete: {
        what: (who) => `Een toestel van ${who} stuurde iets waar een stuk van mist. Het is niet gebruikt.`,
        advice: `${TALK} Mist er tekst in het plan? Schrijf die dan opnieuw.`,
      },
    } as Record<AlarmName, Told>,
    lostSomewhere: 'Een stuk tekst van jou heeft geen plek meer. Je vindt het in de lijst.',
    lost: 'Deze woorden van jou hebben geen plek meer in het plan. Kopieer ze, en zet ze waar je wilt.',
  },
}

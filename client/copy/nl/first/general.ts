/** Dutch words that more than one screen uses: roles, sharing, and what can go wrong. */
import type { DeviceStorage, Persistence } from '#ports/device.ts'

export const nlGeneral = {
  general: {
    leave: 'Snel weg',
    toHome: 'Naar jouw plannen.',
    language: 'Taal',
    nameless: 'Iemand zonder naam',
    /** Within a sentence. */
    namelessWithin: 'iemand zonder naam',
    you: 'Jij',
    /** Within a sentence, where it is not the subject. */
    youWithin: 'jou',
    /** Somebody outside the plan whose name looks like a member's. */
    noMember: (name: string) => `${name} (doet niet mee)`,
    youAreNamed: (name: string) => `${name} (jij)`,
    untitled: 'Plan zonder naam',
    copied: 'Gekopieerd',
    copyFailed: 'Kopiëren lukt niet',
    wait: 'Even geduld …',
    busy: 'Bezig …',
    brokenScreen: {
      title: 'Dit scherm werkt niet',
      text: 'Er ging iets mis. Wat je hebt geschreven, is bewaard. Open Weef opnieuw.',
    },
    /** Without internet, opening Weef anew would take away what is there. */
    notFetched: {
      title: 'Dit scherm is er nog niet',
      text: 'Weef kan het nu niet ophalen. Wat je hebt geschreven, is bewaard. Kijk of je internet hebt.',
      again: 'Probeer het opnieuw',
      language: 'Weef kan de andere taal nu niet ophalen. Kijk of je internet hebt.',
    },
    reload: 'Open opnieuw',
    skipToContent: 'Ga naar de inhoud',
  },

  device: {
    storage: {
      ready: 'Alles staat op dit toestel. Je hebt geen internet nodig.',
      coming: 'Nog niet alles staat op dit toestel. Daar is internet voor nodig.',
      memory: 'Alleen voor nu. Sluit je Weef, dan is alles weg van dit toestel.',
    } satisfies Record<DeviceStorage['name'] | 'coming', string>,
    memoryReason: {
      full: 'Dit toestel is vol. Maak ruimte vrij en open Weef opnieuw.',
      unavailable: 'Deze browser bewaart niets. Misschien staat privé surfen aan.',
      blocked:
        'Je plannen zijn er nog. Een ander tabblad met een oude versie van Weef houdt ze vast. Sluit dat tabblad en open Weef opnieuw.',
      'outdated-app':
        'Je plannen zijn er nog. Dit is een oude versie van Weef. Sluit alle tabbladen van Weef en open het opnieuw.',
      chosen: 'Daar heb je zelf voor gekozen.',
    } satisfies Record<Extract<DeviceStorage, { name: 'memory' }>['reason'], string>,
    persistence: {
      unknown: '',
      granted: 'Dit toestel ruimt je plannen niet vanzelf op.',
      refused:
        'Gebruik je Weef lang niet? Dan kan dit toestel je plannen opruimen. Bewaar ook alles in één bestand, bij Mijn gegevens.',
    } satisfies Record<Persistence, string>,
  },

  opening: {
    toHome: 'Naar jouw plannen',
  },

  update: {
    title: 'Er is een nieuwe versie',
    text: 'Wat je hebt geschreven, blijft bewaard.',
    now: 'Vernieuw nu',
    later: 'Straks',
  },

  insecure: {
    title: 'Hier werkt Weef niet',
    text: 'Dit adres is niet beveiligd. Daarom kunnen we jouw plannen hier niet op slot doen. Er is niets kwijt.',
    next: 'Gebruik een adres dat begint met https. Vraag het aan wie jou dit adres gaf.',
  },

  left: { title: 'Lege pagina', open: 'Openen' },
}

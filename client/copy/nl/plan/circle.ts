/** Dutch words about who takes part no longer: removing, leaving, closing, and who is in charge. */
import type { Role } from '#shared/chain/roles.ts'

export const nlCircle = {
  circle: {
    /** What the reader may do from now on, with what that means. */
    role: {
      owner: { title: 'Jij bent nu de baas van het plan', text: 'Jij kiest wie meedoet en wat die mag.' },
      editor: { title: 'Jij schrijft nu mee', text: 'Je kunt alles lezen en schrijven.' },
      reader: {
        title: 'Jij leest nu alleen mee',
        text: 'Je kunt niets meer veranderen. Wat je schreef, staat er nog. Klopt dat niet? Vraag het aan de baas van het plan.',
      },
    } satisfies Record<Role, { title: string; text: string }>,
    stranded: 'Niemand anders kan het lezen. Kopieer het als je het wilt houden.',
    /** Titles of what happened; the rest is in `sharing.refused`. */
    ended: {
      removed: (name: string) => `${name} heeft jou uit dit plan gehaald`,
      closed: (name: string) => `${name} heeft dit plan gesloten`,
      closedByMe: 'Jij hebt dit plan gesloten',
      unshared: 'Een deel van wat jij schreef, is niet gedeeld. Sla het op als je het wilt houden.',
      ways: 'Opslaan of weghalen',
    },
  },
}

/** Contact cards in words: each person's, by author. */
import type * as Y from 'yjs'
import { joinCards, LIKED_FORMS, readContactCards, WEEKDAYS } from '../contact/contact.ts'
import type { PlanGroup } from './plan-text-blocks.ts'
import { inOne, lines, several } from './plan-text-blocks.ts'
import type { PlanWords } from './plan-text-words.ts'

export const contactGroups = (doc: Y.Doc, words: PlanWords): readonly PlanGroup[] =>
  joinCards(readContactCards(doc), words).map(({ who, own, author, others, liking, times, cards }) => {
    const { forms, likings, days, parts, says, on } = words.contact
    const liked = LIKED_FORMS.map((form) => [form, several(words, liking[form], (one) => likings[one])] as const)
    return {
      title: words.who(who),
      blocks: [
        ...lines([words.writtenBy({ own, by: author })].filter((by) => by !== null)),
        ...inOne(liked.filter(([, said]) => said !== '').map(([form, said]) => says(forms[form], said))),
        ...inOne(
          WEEKDAYS.filter((day) => times[day].length > 0).map((day) =>
            on(
              days[day],
              times[day].map((part) => parts[part]),
            ),
          ),
        ),
        ...lines(cards.filter((card) => card.words !== '').map((card) => `“${card.words}”`)),
        ...(others.length === 0
          ? []
          : lines([words.goals.answers.alsoBy(others.map((person) => words.within({ person })))])),
      ],
    }
  })

/** Dutch words about a new key card, for whoever lost theirs, or whose was stolen or seen. */

export const nlNewCard = {
  newCard: {
    ended: 'Heb je een nieuwe sleutelkaart gemaakt? Typ die hier in.',
    check: 'Twijfel je of het klopt? Vraag het even na.',
  },
}

/** English words about everything of mine in one file, and putting it back. */
import { toDate, toQuotedList, toTime } from '../../format/days-and-times.ts'
import type { nlBackup } from '../../nl/more/backup.ts'

const locale = 'en-GB'
const plans = (number: number): string => (number === 1 ? '1 plan' : `${number} plans`)
const putSoFar = (done: number): string =>
  done === 0 ? 'No plan is back yet.' : `${plans(done)} ${done === 1 ? 'is' : 'are'} completely back.`

export const enBackup: typeof nlBackup = {
  backup: {
    title: 'Everything in one file',
    use: 'Save all your plans in one file, even what isn’t shared yet. It brings everything back, even if Weef itself can’t be reached.',
    locked: 'The file is locked and only opens with your key card. Keep the two apart.',
    none: 'You don’t have a plan to save yet.',
    save: 'Save everything in one file',
    saving: 'Making your file',
    saved: (number) =>
      `The file with ${plans(number)} is in your downloads. It won’t have anything you write after this, so make a new file now and then.`,
    missing: (titles) => `We couldn’t include these, because they’re damaged here: ${toQuotedList(locale, titles)}.`,
    failed: 'We couldn’t make the file. Nothing is lost. Try again.',
    fileName: (day) => `kept-${day}.weef`,
    putBack: 'Restore from a file',
    lead: 'Did you save everything in one file? Choose it here. You’ll see what’s in it first.',
    choose: 'Choose the file',
    drop: 'Or drag it here.',
    reading: 'Reading the file',
    card: {
      title: 'Which key card does it need?',
      lead: 'The file only opens with the card of the person who made it.',
      go: 'Open the file',
      otherFile: 'Choose another file',
    },
    refused: {
      'not-a-backup':
        'This isn’t a file with everything in it. Nothing has changed. Choose a file that ends in “.weef”.',
      newer: 'This file is from a newer version of Weef. Nothing has changed. Close Weef, open it and try again.',
      'other-card':
        'This card doesn’t open this file. Nothing has changed. Check that you have the right card and the right file.',
      damaged: 'This file is damaged or incomplete. Nothing has changed. Do you have another copy?',
    },
    unavailable: 'We couldn’t open the file. Nothing has changed. Try again.',
    inside: {
      title: 'This is in the file',
      savedAt: (at) => `Saved on ${toDate(locale, at, 0)} at ${toTime(locale, at)}.`,
      plans: (number) =>
        number === 0 ? 'There are no plans in it.' : `There ${number === 1 ? 'is' : 'are'} ${plans(number)} in it.`,
      here: 'already here',
      how: 'Anything missing comes back. Anything already here is completed. Nothing is removed.',
      warning:
        'Did someone else give you this file or this card? Don’t restore it: they could read everything you write here.',
      go: 'Restore everything',
      stop: 'No, leave things as they are',
    },
    putting: 'Restoring everything',
    stay: 'Keep Weef open until it’s done.',
    done: {
      title: 'Everything is back',
      lead: 'Anything that wasn’t shared yet will be shared once you’re online.',
      titleButSome: 'Almost everything is back',
      skipped: (titles) =>
        `These stayed as they were: ${toQuotedList(locale, titles)}. They’re here under another key card, or damaged. To get them from the file, remove them from this device and restore again.`,
    },
    stopped: {
      full: (done) => `This device is full. ${putSoFar(done)} Free up some space and try again.`,
      unavailable: (done) => `This device can’t save it right now. ${putSoFar(done)} Try again.`,
      damaged: (done) => `We can’t read the file any more. ${putSoFar(done)} Choose it again.`,
      'open-elsewhere': () =>
        'One of these plans is still open in another tab. Nothing has changed. Close that tab and try again.',
    },
  },
}

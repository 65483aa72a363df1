/** English words about who takes part no longer: removing, leaving, closing, and who is in charge. */
import { toList } from '../format/days-and-times.ts'
import type { nlCircle } from '../nl/circle.ts'

export const enCircle: typeof nlCircle = {
  circle: {
    remove: {
      ask: (name) => `Take ${name} out`,
      title: (name) => `Take ${name} out of the plan?`,
      text: (name) => `From now on ${name} gets nothing new to read. ${name} still has what is here already.`,
      owner: (first, name) => `${first} is in charge of this plan too. After this ${name} no longer decides.`,
      told: (first) => `${first} can see that you did this.`,
      done: (first) => `${first} no longer takes part, and reads nothing new any more.`,
      later: 'You can invite this person again later.',
      invitations: 'The open invitations of this person will no longer work either.',
      offline: 'There is no connection now. Taking someone out needs the internet.',
      keep: 'No, do not take out',
      go: 'Yes, take out',
      failed: {
        offline: (name) => `There is no connection. ${name} still takes part. Taking someone out needs the internet.`,
        refused: (name) => `This does not work now. ${name} still takes part. Try once more.`,
      },
    },
    ended: {
      removed: (name) => `${name} took you out of this plan`,
      closed: (name) => `${name} closed this plan`,
      closedByMe: 'You closed this plan',
      unshared: 'A part of what you wrote is not shared. Save it if you want to keep it.',
      ways: 'Save it or take it off',
    },
    newcomers: {
      title: (names) =>
        names.length === 1 ? `Someone new takes part: ${names[0]}` : `New people take part: ${toList('en-GB', names)}`,
      more: (count) => (count === 1 ? '1 more person' : `${count} more people`),
      remove: 'You do not know them? Take them out.',
      ask: 'Don’t know them? Ask the person in charge of the plan.',
      look: 'See who takes part',
      fine: 'Fine',
    },
    endedChip: {
      removed: 'You no longer take part',
      left: 'You have left this plan',
      closed: 'This plan is closed',
      moved: 'A new key card was made',
    },
    soleOwner: {
      title: 'You are the only one in charge',
      text: 'If you lose this device, nobody can invite anyone any more. Put someone else in charge too, or keep your key card.',
      alone: {
        title: 'Only you take part',
        text: 'If you lose this device, nobody can invite you again. Keep your key card: it brings this plan back.',
      },
      toCard: 'To your key card',
      handOver:
        'That person is then the only one in charge. Tell them: put someone else in charge too, or keep your key card. Otherwise nobody can help if the device is gone.',
    },
    stepDown: {
      ask: 'I don’t want to be in charge any more',
      title: 'Stop being in charge?',
      text: (names) => `You will still be able to write. ${names} chooses who takes part and what they may do.`,
      keep: 'Stay in charge',
      go: 'Yes, I’ll just write',
    },
    leave: {
      title: 'Stop with this plan',
      text: 'You then no longer take part. The others keep the plan, with what you wrote.',
      go: 'Leave the plan',
      lastOwner: 'You are the only one in charge. First put someone else in charge, or close the plan for everyone.',
      toPeople: 'Put someone else in charge',
      confirm: {
        title: 'Leave this plan?',
        text: 'You then see nothing new, and you can no longer write in it. You can only come back with a new invitation.',
        keep: 'I stay',
        go: 'Leave the plan',
      },
    },
    close: {
      title: 'Close the plan',
      text: 'You do this for everyone. Nobody can write in it any more, and the service erases what is in it.',
      go: 'Close the plan',
      confirm: {
        title: 'Close this plan for everyone?',
        text: 'You cannot undo this. What is on a device stays there until that person takes it off.',
        keep: 'Leave it open',
        go: 'Close the plan',
      },
    },
    goOn: {
      title: 'Is nobody in charge any more?',
      text: 'Sometimes the device of the person in charge is lost. Then you can go on in a new plan, with everything that is here now. You will be in charge there.',
      afterClosing: 'You can go on in a new plan, with everything that is here now. You will be in charge there.',
      after: 'You invite the others there again. This plan stays: everyone can go on reading here what was in it.',
      go: 'Begin a new plan',
    },
    takeOffToo: 'Take it off this device too',
    takeOffTooText: 'Otherwise a copy to read stays here.',
    failed: {
      offline: 'There is no connection. Nothing has changed. This needs the internet.',
      refused: 'This does not work now. Nothing has changed. Try once more.',
    },
  },
}

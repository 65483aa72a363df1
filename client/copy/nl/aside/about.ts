/** Dutch words about privacy: what is safe, and plainly what is not promised (shared/THREAT_MODEL.md), in the order of what people fear. */

export const nlAbout = {
  about: {
    title: 'Wie kan wat zien?',
    lead: 'We beloven niet meer dan we kunnen.',
    sections: [
      {
        title: 'Wie kan mijn plan lezen?',
        points: [
          'Alleen wie meedoet. In het plan zie je wie dat zijn.',
          'Tussen jullie staat een computer: de server. Je plan gaat op slot voordat het daarheen gaat. De server kan het niet lezen.',
          'Wie meedoet, ziet het hele plan. Ook wat er vroeger in stond, en tekst die is weggehaald.',
          'Is iets voor jou en één ander? Maak daar een apart plan voor.',
          'Je hoeft geen e‑mail, geen wachtwoord en geen echte naam te geven.',
        ],
      },
      {
        title: 'Wat is alleen voor mij?',
        points: [
          'Notities bij “Alleen voor jou”. Niemand anders in het plan ziet ze. Op al je eigen toestellen staan ze ook.',
          'Ze verdwijnen na zes weken van het scherm, tenzij je ze langer bewaart. De volgende keer dat de app verbinding heeft, gaan ze ook van je toestel.',
          'Wat je typt en nog niet bewaart, staat alleen op dit toestel. Doe je er niets mee? Dan gaat het na een tijdje weg.',
          'Op de server blijft een verlopen notitie nog op slot bewaard. Alleen wie jouw sleutelkaart heeft, zou die kunnen openen.',
          'Ook je naam, de taal, de grootte van de letters, de titels van je plannen en wat je al zag, staan op slot op de server. De server ziet wel dat je zoiets hebt, hoe groot het is en wanneer je toestel het ophaalt.',
        ],
      },
      {
        title: 'Wat als ik mijn toestel kwijt ben?',
        points: [
          'Wie jouw toestel open kan maken, kan je plan lezen, en schrijven alsof jij het bent. Zet er een pincode op.',
          'Op veel toestellen kun je Weef zelf ook op slot zetten, bij Mijn gegevens. Dan gaat het alleen open met je vinger, je gezicht of je code.',
          'Bewaar je sleutelkaart. Je vindt hem bij Mijn gegevens. Daarmee haal je op een ander toestel al je plannen terug.',
          'Bij Mijn gegevens bewaar je ook alles in één bestand. Zonder je sleutelkaart kan niemand dat lezen. Met de kaart wel, ook wat later is weggehaald.',
          'Heeft een ander jouw sleutelkaart? Dan denkt de app dat jij het bent. Ook als iemand hem alleen heeft gezien: maak een nieuwe kaart, bij Mijn gegevens.',
          'Geen kaart? De baas van het plan kan je opnieuw uitnodigen. Ben jij de enige baas? Dan kan niemand dat. Maak nog iemand de baas.',
          'Op een toestel van een ander kies je “Alleen voor nu”. Als je de app sluit, blijft daar niets van je plannen achter. De geschiedenis van de browser kan laten zien dat de app open was.',
          'Is de enige baas alles kwijt? Dan kan wie meeschrijft verdergaan in een nieuw plan, met alles wat er staat.',
        ],
      },
      {
        title: 'Wat als iemand eruit moet?',
        points: [
          'De baas van het plan kan iemand eruit halen. Die persoon krijgt daarna niets nieuws meer te lezen.',
          'Wat die persoon al had, kan niemand terughalen.',
          'Wil je zelf stoppen? Je kunt een plan verlaten. De baas kan het ook sluiten voor iedereen.',
        ],
      },
      {
        title: 'Wat als iemand kwaad wil?',
        points: [
          'Op een ander toestel kan niemand schrijven alsof jij het bent. Wat een ander voor jou opschrijft, staat er als “opgeschreven door” die ander.',
          'Kiest iemand een naam die op die van jou lijkt? Dan krijgen jullie allebei een nummer.',
          'Verandert een ander de naam of de onderdelen van het plan? Dan leest de baas wie het was, en kan die het terugzetten.',
          'Wie meeschrijft, kan ook tekst weghalen. In het verhaal kun je zien wie welk stuk schreef. Bij “Wat is er veranderd” lees je wie iets weghaalde, en kun je het terugzetten.',
          'Doe je pas mee? Dan kan iemand die meeschrijft je even iets verkeerds laten zien. De app kijkt alles na. Klopt het niet, dan zie je van wie het kwam.',
          'Merkt de app dat er iets anders niet klopt? Dan zegt de app dat. Wat je hebt, blijft op je toestel.',
        ],
      },
      {
        title: 'Een uitnodiging',
        points: [
          'Wie de link heeft, kan meedoen. Stuur hem naar één persoon.',
          'In de link staat wie jou uitnodigt. De server ziet dat niet. Een naam in een link bewijst niets: vraag het na als je twijfelt.',
          'Het veiligst is: samen in één kamer, met de QR-code.',
          'Een code van 6 cijfers helpt. Maar wie de link steelt én de server beheert, kan de code raden.',
        ],
      },
      {
        title: 'Snel weg',
        points: [
          'De knop “Snel weg” maakt het scherm meteen leeg en opent een gewone website. Drie keer op Shift drukken doet hetzelfde.',
          'Zonder internet zie je een kalender.',
          'Met de knop “terug” komt je plan niet in beeld.',
          'In de geschiedenis van je browser staat wel dat deze app open was.',
        ],
      },
      {
        title: 'De vragen van het wiel',
        points: [
          'De zes onderwerpen komen van Positieve Gezondheid. De vragen daarbij zijn van Weef. Iedereen mag ze gebruiken.',
        ],
      },
      {
        title: 'Wat blijft er over?',
        points: [
          'De server ziet welke toestellen samen een plan hebben, en hun internetadres. Niet hoe mensen heten.',
          'De server ziet ook wanneer je de app open hebt, en ongeveer hoeveel er wordt gedeeld.',
          'De server kan iets achterhouden. Dat lijkt dan op een slechte verbinding.',
          'Extra programma’s in je browser kunnen meelezen.',
          'Wie deze app aan je geeft, moet je kunnen vertrouwen. Dat geldt voor elke app.',
        ],
      },
    ],
  },
}

const WORDS = {
  en: {
    overview: 'Overview', worklist: 'Worklist', invoices: 'Invoices', customers: 'Customers', models: 'Models', data: 'Data',
    invoice: 'Invoice', customer: 'Customer', skip: 'Skip to content', main: 'Main', language: 'Deutsch', languageLabel: 'Auf Deutsch umschalten',
    dark: 'Dark', light: 'Light', themeLabel: 'Switch between light and dark',
    open: 'Open', overdue: 'Overdue', expectedLate: 'Expected late', openInvoices: '{0} open invoices', ofOpen: '{0} of what is open',
    expectedLateMeaning: 'balance × probability of late', asOf: 'Figures at the end of {0}, over {1} days', today: 'Today is {0}',
    currency: 'Currency', entity: 'Entity', period: 'Period', days: '{0} days', day: '{0} days', ageing: 'Ageing', ageingHint: 'Open amount by days past due',
    history: 'Receivables over time', historyHint: 'Open and overdue at the end of each day', weeks: 'When the money is expected', weeksHint: 'Open balance by week of the expected payment',
    risk: 'Open by risk', riskHint: 'Open balance in each band', figures: 'Figures', changed: 'Today so far', nothingYet: 'Nothing yet today.',
    current: 'not due', total: 'Total', band: 'Risk', state: 'State', due: 'Due', issued: 'Issued', balance: 'Open', payable: 'Amount', probability: 'Late', expected: 'Expected',
    reasons: 'Why', rank: 'Rank', all: 'All', filter: 'Filters', clear: 'Clear filters', sort: 'Sort by', more: 'Show more', export: 'Export', number: 'Invoice number',
    LOW: 'Low', MEDIUM: 'Medium', HIGH: 'High', VERY_HIGH: 'Very high', UNKNOWN: 'Not scored',
    OPEN: 'Open', SETTLED: 'Settled', WRITTEN_OFF: 'Written off', WITHDRAWN: 'Withdrawn', AWAITED: 'Awaited',
    worklistLead: 'Open invoices ranked by the money that is to be expected late: balance × probability of late. Disputed, held and promised invoices are left out.',
    keys: 'Keys: j and k move, Enter opens.', emptyWorklist: 'Nothing to work on with these filters.', emptyInvoices: 'No invoices with these filters.', emptyCustomers: 'No customers with that name.',
    emptyBook: 'No invoices yet', emptyBookHint: 'As soon as invoices are on the topics they show here by themselves.',
    daysLate: '{0} days overdue', dueIn: 'due in {0} days', dueToday: 'due today', settledLate: 'paid {0} days late', settledEarly: 'paid {0} days early', settledOnTime: 'paid on the day',
    assessment: 'Why this score', scoreLife: 'Score', timeLine: 'Time line', reminders: 'Reminders', features: 'What the model saw', buckets: 'How late',
    interval: '80 % interval {0} to {1}', expectedPayment: 'Expected payment', model: 'Model', noReminders: 'None so far.', outcome: 'What came of it', notScored: 'Not scored yet.',
    towardsLate: 'towards late', towardsOnTime: 'towards on time', scoredOn: 'scored {0}', feature: 'Feature', value: 'Value',
    onTime: 'on time', behaviour: 'How it has paid', behaviourHint: 'Mean days past due of what was settled in each month', openItems: 'Open items', latest: 'Latest', facts: 'Known of it',
    segment: 'Segment', country: 'Country', creditLimit: 'Credit limit', registeredOn: 'Customer since', rating: 'Rating', languageOf: 'Language', industryCode: 'Industry',
    decisions: 'Decisions', inCharge: 'In charge', sinceDate: 'since {0}', rule: 'the rule without a model', health: 'Health', window: 'Window', matured: 'Matured', brier: 'Brier', auc: 'AUC', drift: 'Drifted weight', lateShare: 'Late',
    noModels: 'No model yet', noModelsHint: 'Until there is one, a simple rule scores. Models are learned from outcomes by themselves.', evaluated: 'proved on {0} invoices',
    freshness: 'Freshness', topic: 'Topic', lag: 'Behind', since: 'Since', upToDate: 'up to date', letters: 'Dead letters', noLetters: 'None: everything could be read.', reason: 'Reason', detail: 'Detail', place: 'Place', failedAt: 'Refused', refusedRecords: 'Not in the tables', refusedRecordsHint: 'These records could be read, and the database cannot hold what they say: these pages leave them out.', sentAt: 'Sent',
    stale: 'These figures are not current: {0}, since {1}.', offline: 'The console does not answer. What you see may be out of date.', behind: 'catching up, {0} records to go', loading: 'Loading …',
    failed: 'This could not be loaded', retry: 'Try again', notFound: 'There is no such page', back: 'To the overview', name: 'Name', nameFilter: 'Name begins with', formula: 'Formula', records: '{0} records',
    DSO: 'Days sales outstanding', BEST_POSSIBLE_DSO: 'Best possible DSO', ADD: 'Average days delinquent', CEI: 'Collection effectiveness', DBT: 'Days beyond terms', ADP: 'Average days to pay', OVERDUE_SHARE: 'Overdue share', SHARE_OVER_90: 'Share over 90 days', ON_TIME_RATE: 'On-time rate', PROMISE_KEPT_RATE: 'Promises kept', DISPUTE_CYCLE_TIME: 'Dispute cycle time', COUNT_BACK_DSO: 'DSO, counted back',
    OPENED: 'Issued', AMENDED: 'Amended', PARTLY_PAID: 'Part payment', TAKEN_BACK: 'Taken back', REOPENED: 'Reopened', DISPUTED: 'Disputed', DISPUTE_ENDED: 'Dispute ended', PROMISED: 'Promise to pay', PROMISE_KEPT: 'Promise kept', PROMISE_BROKEN: 'Promise broken', HOLD_PLACED: 'Put on hold', HOLD_RELEASED: 'Hold released', CREDITED: 'Credited', RECOVERED: 'Recovered',
    LATE: 'Late', ON_TIME: 'On time', EXCLUDED: 'Excluded', CENSORED: 'Open', PASSED: 'Passed', REFUSED: 'Refused', PROMOTED: 'Promoted', FORCED: 'Released by hand', ROLLED_BACK: 'Rolled back',
    REQUESTED: 'To be sent', SENT: 'Sent', CANCELLED: 'Cancelled', EXPIRED: 'Expired', UNDELIVERABLE: 'Undeliverable', UNCONFIRMED: 'Perhaps sent', HOLDOUT: 'held out', disputed: 'disputed', onHold: 'on hold', promised: 'promised for {0}', chartTable: 'Show as a table',
    segments: 'Segments', cash: 'Cash forecast', reserves: 'Reserves',
    segmentsLead: 'How customers pay, found by the figures, and what is suggested for each. Nothing is enforced.', riskSegment: 'Risk segment', worth: 'Worth', trend: 'Trend', callPriority: 'Call', ladder: 'Reminders', terms: 'Terms', inAdvance: 'in advance', creditLimitSuggested: 'Limit suggested', ofThemKey: '{0} key customers',
    SEGMENT_NEW: 'New', SEGMENT_RELIABLE: 'Reliable', SEGMENT_WATCHED: 'Watched', SEGMENT_SLIPPING: 'Slipping', SEGMENT_LATE: 'Late', SEGMENT_CRITICAL: 'Critical', SEGMENT_UNKNOWN: 'Unknown', KEY: 'Key', STANDARD: 'Standard', STEADY: 'Steady', WORSENING: 'Worsening', IMPROVING: 'Improving',
    LADDER_gentle: 'gentle', LADDER_standard: 'standard', LADDER_early: 'early', LADDER_firm: 'firm',
    lateBySegment: 'Late by segment', lateBySegmentHint: 'Share late of what came due in each week', nothingEnded: 'No week has ended yet.', changesFound: 'Changes found', changesFoundHint: 'Segments that pay otherwise than they used to', noChange: 'None in these weeks.', movers: 'Who moved', noMovers: 'Nobody yet.', outliers: 'Who departs from what is usual', noOutliers: 'Nobody yet.', fromTo: 'From and to', departsFrom: 'Departs from', OWN_PAST: 'its own past', OWN_PAST_LATELY: 'its own past, lately', PEERS: 'its peers',
    placed: 'Segment and strategy', placedHint: 'Suggested, never enforced', limit: 'limit {0}', noSegments: 'No segments yet', noSegmentsHint: 'Customers are placed as soon as invoices have come due.', day1: 'Day',
    LATE_RISK: 'Expected share late', JUDGED_INVOICES: 'Invoices that came due in twelve months', LATE_INVOICES: 'Of these late', ASSESSED_RISK: 'Mean risk of its latest invoices', OVERDUE_SHARE: 'Share of what it owes that is late', LONG_OVERDUE_SHARE: 'Share more than 60 days past due', RECENT_CHANGE: 'Last three months against before, in deviations', TURNOVER: 'Billed in twelve months', PAID_A_MONTH: 'Paid in a month, on average', LIMIT_MULTIPLE: 'Credit limit over a month’s payments', DAYS_PAST_DUE: 'This invoice past due', USUAL_DAYS_PAST_DUE: 'Usually past due', LATEST_DAYS_PAST_DUE: 'Latest invoices past due', PEERS_DAYS_PAST_DUE: 'Few invoices of its peers exceed',
    reserve: 'Reserve', reservesLead: 'What of the receivables is not expected to come in, at the end of {0}. It rests on the company’s own losses; the probability of a late payment has no part in it.', asOfDay: 'at the end of {0}', inDays: 'in {0} days', charge: 'Charged', usedReserve: 'Used by write-offs', matrix: 'Provision matrix', matrixHint: 'Rates from {0} days of own losses; forward-looking factor {1}', pastDue: 'Days past due', rate: 'Rate', movement: 'Movement', part: 'Part', opening: 'Opening', byReceivables: 'Other receivables', byRates: 'Other rates', closing: 'Closing', reserveHistory: 'Reserve over time', reserveHistoryHint: 'At the end of each day', byGroup: 'By segment and entity', noReserves: 'No reserves yet', noReservesHint: 'They are told at the end of each day, from the day after the first invoice.',
    cashLead: 'What is to come of all that was open on {0}. What is sold later brings cash too.', thisWeek: 'In the first week', liquidity: 'Liquidity reserve', liquidityMeaning: 'of what falls due, comes late at most, nine times in ten', wape: 'Error so far', wapeBeside: 'by due date {0}, by usual delay {1}', cashWeeks: 'Week by week', cashWeeksHint: 'The band holds four times in five; the points are what came', band80: '80 % band', came: 'Came', weeksAhead: 'The weeks ahead', week: 'Week', byDueDate: 'By due date', byUsualDelay: 'By usual delay', amountsIn: 'Amounts in {0}', later: 'later', accuracy: 'How good it was', accuracyHint: '{0} forecasts of a week are over', wapeThis: 'Error of this forecast', wapeDue: 'Error by due date', wapeDelay: 'Error by usual delay', bandHeld: 'The band held', noCash: 'No forecast yet', noCashHint: 'It is made each Monday of all that is open.',
    remindersLead: 'What was decided to be sent, to whom, and what became of it. Those held out are not sent: they show what reminders are worth.', noRemindersSuch: 'No such reminders.', step: 'Step', channel: 'Channel', delivery: 'Delivery', arm: 'Arm', TREATED: 'reminded', historyOnly: 'history',
  },
  de: {
    overview: 'Übersicht', worklist: 'Arbeitsliste', invoices: 'Rechnungen', customers: 'Kunden', models: 'Modelle', data: 'Daten',
    invoice: 'Rechnung', customer: 'Kunde', skip: 'Zum Inhalt', main: 'Hauptmenü', language: 'English', languageLabel: 'Switch to English',
    dark: 'Dunkel', light: 'Hell', themeLabel: 'Zwischen hell und dunkel wechseln',
    open: 'Offen', overdue: 'Überfällig', expectedLate: 'Verspätet erwartet', openInvoices: '{0} offene Rechnungen', ofOpen: '{0} des Offenen',
    expectedLateMeaning: 'Saldo × Wahrscheinlichkeit der Verspätung', asOf: 'Kennzahlen am Ende des {0}, über {1} Tage', today: 'Heute ist der {0}',
    currency: 'Währung', entity: 'Gesellschaft', period: 'Zeitraum', days: '{0} Tage', day: '{0} Tage', ageing: 'Altersstruktur', ageingHint: 'Offener Betrag nach Tagen der Überfälligkeit',
    history: 'Forderungen im Zeitverlauf', historyHint: 'Offen und überfällig am Ende jedes Tages', weeks: 'Wann das Geld erwartet wird', weeksHint: 'Offener Saldo nach Woche der erwarteten Zahlung',
    risk: 'Offen nach Risiko', riskHint: 'Offener Saldo in jeder Klasse', figures: 'Kennzahlen', changed: 'Heute bisher', nothingYet: 'Heute noch nichts.',
    current: 'nicht fällig', total: 'Zusammen', band: 'Risiko', state: 'Stand', due: 'Fällig', issued: 'Ausgestellt', balance: 'Offen', payable: 'Betrag', probability: 'Verspätet', expected: 'Erwartet',
    reasons: 'Warum', rank: 'Rang', all: 'Alle', filter: 'Filter', clear: 'Filter löschen', sort: 'Sortieren nach', more: 'Mehr zeigen', export: 'Ausgeben', number: 'Rechnungsnummer',
    LOW: 'Niedrig', MEDIUM: 'Mittel', HIGH: 'Hoch', VERY_HIGH: 'Sehr hoch', UNKNOWN: 'Nicht bewertet',
    OPEN: 'Offen', SETTLED: 'Bezahlt', WRITTEN_OFF: 'Abgeschrieben', WITHDRAWN: 'Storniert', AWAITED: 'Erwartet',
    worklistLead: 'Offene Rechnungen nach dem Geld, das verspätet zu erwarten ist: Saldo × Wahrscheinlichkeit der Verspätung. Ohne bestrittene, angehaltene und zugesagte.',
    keys: 'Tasten: j und k bewegen, Eingabe öffnet.', emptyWorklist: 'Mit diesen Filtern ist nichts zu tun.', emptyInvoices: 'Keine Rechnungen mit diesen Filtern.', emptyCustomers: 'Keine Kunden mit diesem Namen.',
    emptyBook: 'Noch keine Rechnungen', emptyBookHint: 'Sobald Rechnungen auf den Topics liegen, erscheinen sie hier von selbst.',
    daysLate: '{0} Tage überfällig', dueIn: 'fällig in {0} Tagen', dueToday: 'heute fällig', settledLate: '{0} Tage zu spät bezahlt', settledEarly: '{0} Tage zu früh bezahlt', settledOnTime: 'am Tag bezahlt',
    assessment: 'Warum diese Bewertung', scoreLife: 'Bewertung', timeLine: 'Verlauf', reminders: 'Mahnungen', features: 'Was das Modell sah', buckets: 'Wie spät',
    interval: '80-%-Intervall {0} bis {1}', expectedPayment: 'Erwartete Zahlung', model: 'Modell', noReminders: 'Bisher keine.', outcome: 'Was daraus wurde', notScored: 'Noch nicht bewertet.',
    towardsLate: 'spricht für verspätet', towardsOnTime: 'spricht für pünktlich', scoredOn: 'bewertet {0}', feature: 'Merkmal', value: 'Wert',
    onTime: 'pünktlich', behaviour: 'Wie er bezahlt hat', behaviourHint: 'Mittlere Tage nach Fälligkeit dessen, was im Monat bezahlt wurde', openItems: 'Offene Posten', latest: 'Zuletzt', facts: 'Bekannt',
    segment: 'Segment', country: 'Land', creditLimit: 'Kreditlimit', registeredOn: 'Kunde seit', rating: 'Rating', languageOf: 'Sprache', industryCode: 'Branche',
    decisions: 'Entscheidungen', inCharge: 'Im Amt', sinceDate: 'seit {0}', rule: 'die Regel ohne Modell', health: 'Zustand', window: 'Fenster', matured: 'Ausgereift', brier: 'Brier', auc: 'AUC', drift: 'Verschobenes Gewicht', lateShare: 'Verspätet',
    noModels: 'Noch kein Modell', noModelsHint: 'Bis es eines gibt, bewertet eine einfache Regel. Modelle werden von selbst aus dem gelernt, was aus Rechnungen wurde.', evaluated: 'geprüft an {0} Rechnungen',
    freshness: 'Aktualität', topic: 'Topic', lag: 'Rückstand', since: 'Seit', upToDate: 'aktuell', letters: 'Abgewiesenes', noLetters: 'Nichts: alles war lesbar.', reason: 'Grund', detail: 'Einzelheit', place: 'Stelle', failedAt: 'Abgewiesen', refusedRecords: 'Nicht in den Tabellen', refusedRecordsHint: 'Diese Sätze waren lesbar, aber die Datenbank kann nicht halten, was sie sagen: Diese Seiten lassen sie weg.', sentAt: 'Gesendet am',
    stale: 'Diese Zahlen sind nicht aktuell: {0}, seit {1}.', offline: 'Die Konsole antwortet nicht. Was Sie sehen, kann veraltet sein.', behind: 'holt auf, noch {0} Sätze', loading: 'Lädt …',
    failed: 'Das konnte nicht geladen werden', retry: 'Noch einmal', notFound: 'Diese Seite gibt es nicht', back: 'Zur Übersicht', name: 'Name', nameFilter: 'Name beginnt mit', formula: 'Formel', records: '{0} Sätze',
    DSO: 'Forderungslaufzeit (DSO)', BEST_POSSIBLE_DSO: 'Bestmögliche DSO', ADD: 'Mittlerer Verzug', CEI: 'Einzugserfolg (CEI)', DBT: 'Tage über Ziel', ADP: 'Mittlere Zahldauer', OVERDUE_SHARE: 'Anteil überfällig', SHARE_OVER_90: 'Anteil über 90 Tage', ON_TIME_RATE: 'Pünktlich bezahlt', PROMISE_KEPT_RATE: 'Gehaltene Zusagen', DISPUTE_CYCLE_TIME: 'Dauer von Streitfällen', COUNT_BACK_DSO: 'DSO, zurückgezählt',
    OPENED: 'Ausgestellt', AMENDED: 'Geändert', PARTLY_PAID: 'Teilzahlung', TAKEN_BACK: 'Zurückgenommen', REOPENED: 'Wieder offen', DISPUTED: 'Bestritten', DISPUTE_ENDED: 'Streit beendet', PROMISED: 'Zahlungszusage', PROMISE_KEPT: 'Zusage gehalten', PROMISE_BROKEN: 'Zusage gebrochen', HOLD_PLACED: 'Angehalten', HOLD_RELEASED: 'Freigegeben', CREDITED: 'Gutgeschrieben', RECOVERED: 'Nachträglich bezahlt',
    LATE: 'Verspätet', ON_TIME: 'Pünktlich', EXCLUDED: 'Zählt nicht', CENSORED: 'Offen', PASSED: 'Bestanden', REFUSED: 'Abgelehnt', PROMOTED: 'Befördert', FORCED: 'Von Hand freigegeben', ROLLED_BACK: 'Zurückgenommen',
    REQUESTED: 'Zu senden', SENT: 'Gesendet', CANCELLED: 'Entfallen', EXPIRED: 'Verfallen', UNDELIVERABLE: 'Unzustellbar', UNCONFIRMED: 'Vielleicht gesendet', HOLDOUT: 'zurückgehalten', disputed: 'bestritten', onHold: 'angehalten', promised: 'zugesagt für {0}', chartTable: 'Als Tabelle zeigen',
    segments: 'Segmente', cash: 'Zahlungsvorschau', reserves: 'Wertberichtigung',
    segmentsLead: 'Wie Kunden bezahlen, aus den Zahlen gefunden, und was für jeden vorgeschlagen wird. Nichts wird erzwungen.', riskSegment: 'Risikosegment', worth: 'Gewicht', trend: 'Richtung', callPriority: 'Anruf', ladder: 'Mahnstufen', terms: 'Ziel', inAdvance: 'im Voraus', creditLimitSuggested: 'Limit (Vorschlag)', ofThemKey: '{0} Schlüsselkunden',
    SEGMENT_NEW: 'Neu', SEGMENT_RELIABLE: 'Zuverlässig', SEGMENT_WATCHED: 'Beobachtet', SEGMENT_SLIPPING: 'Nachlassend', SEGMENT_LATE: 'Säumig', SEGMENT_CRITICAL: 'Kritisch', SEGMENT_UNKNOWN: 'Unbekannt', KEY: 'Schlüsselkunde', STANDARD: 'Üblich', STEADY: 'Gleichbleibend', WORSENING: 'Schlechter', IMPROVING: 'Besser',
    LADDER_gentle: 'sanft', LADDER_standard: 'üblich', LADDER_early: 'früh', LADDER_firm: 'streng',
    lateBySegment: 'Verspätung nach Segment', lateBySegmentHint: 'Anteil verspätet an dem, was in der Woche fällig wurde', nothingEnded: 'Noch ist keine Woche zu Ende.', changesFound: 'Gefundene Änderungen', changesFoundHint: 'Segmente, die anders bezahlen als zuvor', noChange: 'Keine in diesen Wochen.', movers: 'Wer gewechselt hat', noMovers: 'Noch niemand.', outliers: 'Wer vom Üblichen abweicht', noOutliers: 'Noch niemand.', fromTo: 'Von und nach', departsFrom: 'Weicht ab von', OWN_PAST: 'der eigenen Vergangenheit', OWN_PAST_LATELY: 'der eigenen Vergangenheit, zuletzt', PEERS: 'Seinesgleichen',
    placed: 'Segment und Vorgehen', placedHint: 'Vorschlag, nie erzwungen', limit: 'Grenze {0}', noSegments: 'Noch keine Segmente', noSegmentsHint: 'Kunden werden eingeordnet, sobald Rechnungen fällig geworden sind.', day1: 'Tag',
    LATE_RISK: 'Erwarteter Anteil verspätet', JUDGED_INVOICES: 'In zwölf Monaten fällig geworden', LATE_INVOICES: 'Davon verspätet', ASSESSED_RISK: 'Mittleres Risiko der letzten Rechnungen', OVERDUE_SHARE: 'Anteil der Schuld, der verspätet ist', LONG_OVERDUE_SHARE: 'Anteil mehr als 60 Tage überfällig', RECENT_CHANGE: 'Letzte drei Monate gegen vorher, in Abweichungen', TURNOVER: 'In zwölf Monaten berechnet', PAID_A_MONTH: 'Im Monat bezahlt, im Mittel', LIMIT_MULTIPLE: 'Kreditlimit zu Monatszahlung', DAYS_PAST_DUE: 'Diese Rechnung überfällig', USUAL_DAYS_PAST_DUE: 'Gewöhnlich überfällig', LATEST_DAYS_PAST_DUE: 'Letzte Rechnungen überfällig', PEERS_DAYS_PAST_DUE: 'Bei Seinesgleichen selten mehr als',
    reserve: 'Wertberichtigung', reservesLead: 'Was von den Forderungen voraussichtlich nicht eingeht, am Ende des {0}. Aus den eigenen Ausfällen; die Wahrscheinlichkeit einer Verspätung hat daran keinen Teil.', asOfDay: 'am Ende des {0}', inDays: 'in {0} Tagen', charge: 'Zugeführt', usedReserve: 'Verbraucht', matrix: 'Wertberichtigungsmatrix', matrixHint: 'Sätze aus {0} Tagen eigener Ausfälle; Faktor für die Zukunft {1}', pastDue: 'Tage überfällig', rate: 'Satz', movement: 'Bewegung', part: 'Teil', opening: 'Anfang', byReceivables: 'Andere Forderungen', byRates: 'Andere Sätze', closing: 'Ende', reserveHistory: 'Wertberichtigung im Zeitverlauf', reserveHistoryHint: 'Am Ende jedes Tages', byGroup: 'Nach Segment und Gesellschaft', noReserves: 'Noch keine Wertberichtigung', noReservesHint: 'Sie wird am Ende jedes Tages bestimmt, vom Tag nach der ersten Rechnung an.',
    cashLead: 'Was von allem kommt, das am {0} offen war. Was später verkauft wird, bringt auch Geld.', thisWeek: 'In der ersten Woche', liquidity: 'Liquiditätsreserve', liquidityMeaning: 'kommt vom Fälligen höchstens verspätet, neun von zehn Malen', wape: 'Fehler bisher', wapeBeside: 'nach Fälligkeit {0}, nach üblichem Verzug {1}', cashWeeks: 'Woche für Woche', cashWeeksHint: 'Das Band hält vier von fünf Malen; die Punkte sind, was kam', band80: '80-%-Band', came: 'Eingegangen', weeksAhead: 'Die nächsten Wochen', week: 'Woche', byDueDate: 'Nach Fälligkeit', byUsualDelay: 'Nach üblichem Verzug', amountsIn: 'Beträge in {0}', later: 'später', accuracy: 'Wie gut sie war', accuracyHint: '{0} Vorschauen einer Woche sind vorbei', wapeThis: 'Fehler dieser Vorschau', wapeDue: 'Fehler nach Fälligkeit', wapeDelay: 'Fehler nach üblichem Verzug', bandHeld: 'Das Band hielt', noCash: 'Noch keine Vorschau', noCashHint: 'Sie entsteht jeden Montag aus allem, was offen ist.',
    remindersLead: 'Was zu senden beschlossen wurde, an wen, und was daraus wurde. Zurückgehaltene werden nicht gesendet: sie zeigen, was Mahnungen wert sind.', noRemindersSuch: 'Keine solchen Mahnungen.', step: 'Stufe', channel: 'Weg', delivery: 'Zustellung', arm: 'Gruppe', TREATED: 'gemahnt', historyOnly: 'Vergangenheit',
  },
};

let chosen = localStorage.getItem('language') ?? (navigator.language.startsWith('de') ? 'de' : 'en');

export function language() {
  return chosen;
}

export function choose(to) {
  chosen = to;
  localStorage.setItem('language', to);
  document.documentElement.lang = to;
}

/** A text in the chosen language; a word that is not known is shown as it is. */
export function say(key, ...values) {
  const text = WORDS[chosen][key] ?? WORDS.en[key] ?? String(key ?? '').toLowerCase().replaceAll('_', ' ');
  return text.replace(/\{(\d)\}/g, (all, at) => values[at]);
}

export function names() {
  return Object.fromEntries(Object.entries(WORDS).map(([name, words]) => [name, Object.keys(words)]));
}

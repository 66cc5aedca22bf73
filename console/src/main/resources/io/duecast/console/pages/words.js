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

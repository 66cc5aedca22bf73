/**
 * Hears what moves. Of all open tabs one has the stream, and tells the others: a browser has six connections to a server, and a
 * seventh tab would wait for ever. Whoever closes it leaves the stream to the next.
 */
const CHANNEL = new BroadcastChannel('moves');

let moved;
let heard;

/** Calls back when topics have moved, with null if nobody knows which; says too whether the console can be heard at all. */
export async function listen(whenMoved, whenHeard) {
  moved = whenMoved;
  heard = whenHeard;
  CHANNEL.addEventListener('message', (event) => take(event.data));
  const since = performance.now();
  for (;;) await navigator.locks.request('moves', () => stream(performance.now() - since > 1000));
}

function take(news) {
  heard(news.isHeard);
  if (news.topics) moved(new Set(news.topics));
  if (news.isGap) moved(null);
}

function tell(news) {
  take(news);
  CHANNEL.postMessage(news);
}

/** Holds the stream until the tab is closed, or the console has none to give. What moved meanwhile is not known: all read again. */
function stream(isLate) {
  return new Promise((resolve) => {
    let isGap = isLate;
    const source = new EventSource('/api/v1/moves');
    source.addEventListener('moved', (event) => tell({ isHeard: true, topics: event.data.split(',') }));
    source.addEventListener('open', () => { tell({ isHeard: true, isGap }); isGap = false; });
    source.addEventListener('error', () => {
      isGap = true;
      tell({ isHeard: false });
      if (source.readyState === EventSource.CLOSED) setTimeout(resolve, 3000);
    });
  });
}

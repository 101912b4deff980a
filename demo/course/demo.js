// The switch for who you are: what a real site's own sign-in would say. Each tab keeps its own choice.

const people = {
  amina: 'Amina Diallo (member)',
  jonas: 'Jonas Weber (member)',
  rosa: 'Rosa Iglesias (facilitator)',
  guest: 'A guest',
  reader: 'Just reading',
};
const nobody = ['guest', 'reader'];
const key = 'demo-as';

/** Storage may be refused (a private window, a sandboxed frame): then a choice lasts as long as the page. */
function remembered() {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function remember(as) {
  try {
    sessionStorage.setItem(key, as);
  } catch {
    // Nothing to do: the choice holds for this page.
  }
}

/** This is the whole sign-on: a function that asks the association's server for a token, or null for somebody unknown. */
function tokenGetter(as) {
  if (nobody.includes(as)) return null;
  return async () => {
    const answer = await fetch(`/demo/token?as=${as}`);
    if (!answer.ok) throw new Error(`No token: ${answer.status}`);
    return (await answer.json()).token;
  };
}

function become(as) {
  remember(as);
  for (const panel of document.querySelectorAll('peer-discussion, peer-discussion-index'))
    panel.getToken = tokenGetter(as);
}

function addSwitch(as) {
  const select = document.createElement('select');
  select.id = 'as';
  for (const [value, name] of Object.entries(people)) select.add(new Option(name, value, value === as, value === as));
  select.addEventListener('change', () => {
    const address = new URL(location.href);
    if (address.searchParams.has('as')) {
      address.searchParams.set('as', select.value);
      history.replaceState(history.state, '', address);
    }
    become(select.value);
  });

  const label = document.createElement('label');
  label.htmlFor = select.id;
  label.textContent = 'You are';
  document.querySelector('#who').append(label, select);
}

const wanted = [new URLSearchParams(location.search).get('as'), remembered(), 'amina'];
const first = wanted.find((as) => as !== null && Object.hasOwn(people, as));
addSwitch(first);
become(first);

// What Socket.IO itself costs here: the same messages to the same readers, out of memory, with no rules, no views and
// nothing kept. The measure beside ours.
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const [port, pingInterval] = process.argv.slice(2).map(Number);
const http = createServer();
const io = new Server(http, { transports: ['websocket'], serveClient: false, perMessageDeflate: false, pingInterval });
/** What was posted, the oldest first; a head is the number of posts before it. */
const posts = [];

function create({ op, parentId, body }) {
  const author = { id: 'member-of-the-crowd', name: 'Member of the crowd', role: 'member' };
  const times = { createdAt: new Date().toISOString(), editedAt: null, revision: 1 };
  return { id: op, parentId, author, body, ...times, order: Date.now(), state: 'shown' };
}
/** As long as a real head is. */
const headOf = (place) => String(place).padStart(44, '0');

io.on('connection', (socket) => {
  socket.join('room');
  socket.on('sync', (head, _window, give) =>
    give({ ok: { from: head, to: headOf(posts.length), posts: posts.slice(head === null ? 0 : Number(head)) } }),
  );
  socket.on('submit', (command, give) => {
    const from = headOf(posts.length);
    posts.push(create(command));
    const changes = { from, to: headOf(posts.length), posts: posts.slice(-1) };
    io.to('room').emit('changes', changes);
    give({ ok: changes });
  });
});
http.listen(port, '127.0.0.1', () => process.stdout.write('listening\n'));

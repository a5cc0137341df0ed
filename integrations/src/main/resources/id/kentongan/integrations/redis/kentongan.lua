#!lua name=kentongan_5

-- The functions of the Vault, the outbox, the timers and the leases. Changed code gets the next
-- number: nodes of two versions may use one Redis at the same time.
--
-- {k17}:talk:<name>  string: format 1 (1), version (4), last inbound in ms (6), length (1) and
--                    comma-separated outbox entries that may be withdrawn, number (3) of the
--                    remembered events, each its hash (8) and day (2), then the sealed body,
--                    empty while it rests in the records; numbers big-endian
-- {k17}:outbox       stream of pending effects, field b: the sealed post
-- {k17}:later        hash: outbox entry -> "due in ms:attempts"
-- {k17}:timers       sorted set: <name>:<timer> by due ms
-- {k17}:dead         stream of dead letters, fields b as in the outbox, w why
-- {k17}:lease        hash: o owner, f fence, u until in ms, x number of commits by other nodes,
--                    d number of events that came again

local HEAD = '>BI4I6B'
local REMEMBERED = 64
local DAYS = 8
local WITHDRAWABLE = 8

local function text(number)
  return string.format('%.0f', number)
end

local function millis()
  local time = redis.call('TIME')
  return tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
end

local function fenced(lease, fence)
  return redis.call('HGET', lease, 'f') ~= fence
end

local function seen(ids, hash)
  local at = 1
  while true do
    local found = string.find(ids, hash, at, true)
    if not found then
      return false
    end
    if (found - 1) % 10 == 0 then
      return true
    end
    at = found + 1
  end
end

local function remember(ids, hash, day)
  local all = ids .. hash .. struct.pack('>I2', day)
  local drop = 0
  while #all / 10 - drop > REMEMBERED
      and day - struct.unpack('>I2', all, drop * 10 + 9) > DAYS do
    drop = drop + 1
  end
  return string.sub(all, drop * 10 + 1)
end

local function parse(talk)
  if not talk then
    return { version = 0, inbound = 0, open = '', ids = '' }
  end
  local _, version, inbound, length, at = struct.unpack(HEAD, talk)
  local open = string.sub(talk, at, at + length - 1)
  local number, ids = struct.unpack('>I3', talk, at + length)
  return {
    version = version,
    inbound = inbound,
    open = open,
    ids = string.sub(talk, ids, ids + number * 10 - 1)
  }
end

-- why: what is gone has no note any more, and most has none.
local function forget(outbox, later, entries)
  if #entries > 0 and redis.call('XDEL', outbox, unpack(entries)) > 0 then
    redis.call('HDEL', later, unpack(entries))
  end
end

-- The day of this server's clock, which is in the entries that were just added.
local function today(entries)
  local ms = entries[1] and tonumber(string.match(entries[1], '^%d+')) or millis()
  return math.floor(ms / 86400000)
end

local function split(list)
  local parts = {}
  for part in string.gmatch(list, '[^,]+') do
    parts[#parts + 1] = part
  end
  return parts
end

-- Writes a turn.
-- keys: talk, outbox, later, timers, lease
-- args: 1 event hash (8 bytes), 2 base version, 3 new version, 4 person's time in ms or '',
--   5 node, 6 settled entry or '', 7 its fence, 8 fired timer or '', 9 its due ms, 10 body,
--   11 number of timer changes, then each: timer, due ms or '' to cancel,
--   then each post: '1' when it may be withdrawn else '0', sealed bytes
-- result: {'done'}, to the owner of the lease {'done', fence, commits by others, entry...}, to
--   another node {'done', owner} when there is one; {'duplicate'}, {'stale'}, {'fenced'}
local function commit(keys, args)
  local outbox, later, timers, lease = keys[2], keys[3], keys[4], keys[5]
  local owner = redis.call('HMGET', lease, 'o', 'f', 'x')
  local settled = args[6] ~= ''
  if settled and owner[2] ~= args[7] then
    return { 'fenced' }
  end
  local old = parse(redis.call('GET', keys[1]))
  local fired = args[8] ~= ''
  if seen(old.ids, args[1])
      or (fired and tonumber(redis.call('ZSCORE', timers, args[8]) or '-1') ~= tonumber(args[9])) then
    if settled then
      forget(outbox, later, { args[6] })
    end
    -- why: WAIT speaks of the last write of its own connection (since Redis 7.2), and whoever
    -- repeats an event on another one must wait for what the first wrote, too
    redis.call('HINCRBY', lease, 'd', 1)
    return { 'duplicate' }
  end
  if old.version ~= tonumber(args[2]) then
    return { 'stale' }
  end

  local open = split(old.open)
  local done = settled and { args[6] } or {}
  if args[4] ~= '' then
    for _, entry in ipairs(open) do
      done[#done + 1] = entry
    end
    open = {}
  end
  forget(outbox, later, done)
  if fired then
    redis.call('ZREM', timers, args[8])
  end
  local at = 12
  for _ = 1, tonumber(args[11]) do
    if args[at + 1] == '' then
      redis.call('ZREM', timers, args[at])
    else
      redis.call('ZADD', timers, args[at + 1], args[at])
    end
    at = at + 2
  end

  local entries = {}
  while at < #args do
    local entry = redis.call('XADD', outbox, '*', 'b', args[at + 1])
    entries[#entries + 1] = entry
    if args[at] == '1' then
      open[#open + 1] = entry
    end
    at = at + 2
  end
  while #open > WITHDRAWABLE do
    table.remove(open, 1)
  end
  local list = table.concat(open, ',')
  local ids = remember(old.ids, args[1], today(entries))
  local inbound = math.max(old.inbound, tonumber(args[4]) or 0)
  redis.call('SET', keys[1], struct.pack(HEAD, 1, tonumber(args[3]), inbound, #list) .. list
    .. struct.pack('>I3', #ids / 10) .. ids .. args[10])

  if owner[1] == args[5] then
    return { 'done', owner[2], owner[3] or '0', unpack(entries) }
  end
  if #entries > 0 or args[11] ~= '0' then
    redis.call('HINCRBY', lease, 'x', 1)
    if owner[1] then
      redis.call('PUBLISH', 'kentongan:wake:' .. owner[1], string.match(lease, '{(.-)}'))
    end
  end
  return { 'done', owner[1] or nil }
end

-- Lays a conversation to rest: its body lies in the records and goes from here.
-- keys: talk, timers; args: version, then the conversation's possible timers
-- result: 1, or 0 when it was written meanwhile or waits for a timer
local function rest(keys, args)
  local old = parse(redis.call('GET', keys[1]))
  if old.version ~= tonumber(args[1]) then
    return 0
  end
  for i = 2, #args do
    if redis.call('ZSCORE', keys[2], args[i]) then
      return 0
    end
  end
  redis.call('SET', keys[1], struct.pack(HEAD, 1, old.version, old.inbound, #old.open) .. old.open
    .. struct.pack('>I3', #old.ids / 10) .. old.ids)
  return 1
end

-- Takes a lease that is free or ended, or renews one's own.
-- keys: lease; args: node, how long in ms; result: the fence, or 0 when another node has it
local function claim(keys, args)
  local held = redis.call('HMGET', keys[1], 'o', 'u')
  local now = millis()
  if held[1] ~= args[1] then
    if held[1] and tonumber(held[2]) > now then
      return 0
    end
    redis.call('HINCRBY', keys[1], 'f', 1)
  end
  redis.call('HSET', keys[1], 'o', args[1], 'u', text(now + tonumber(args[2])))
  return tonumber(redis.call('HGET', keys[1], 'f'))
end

-- Gives a lease back.
-- keys: lease; args: fence; result: 1, or 0 when it was lost
local function release(keys, args)
  if fenced(keys[1], args[1]) then
    return 0
  end
  redis.call('HINCRBY', keys[1], 'f', 1)
  redis.call('HDEL', keys[1], 'o', 'u')
  return 1
end

-- Renews the lease of a shard and reads what waits.
-- keys: outbox, later, timers, lease
-- args: fence, how long in ms, entry to read after, at most how many
-- result: {} when the lease was lost, else {commits by others, number of all entries,
--   earliest timer or '', then each: entry, sealed bytes, "due:attempts" or ''}
local function read(keys, args)
  if fenced(keys[4], args[1]) then
    return {}
  end
  redis.call('HSET', keys[4], 'u', text(millis() + tonumber(args[2])))
  local timer = redis.call('ZRANGE', keys[3], 0, 0, 'WITHSCORES')
  local result = {
    redis.call('HGET', keys[4], 'x') or '0', redis.call('XLEN', keys[1]), timer[2] or ''
  }
  for _, entry in ipairs(redis.call('XRANGE', keys[1], '(' .. args[3], '+', 'COUNT', args[4])) do
    result[#result + 1] = entry[1]
    result[#result + 1] = entry[2][2]
    result[#result + 1] = redis.call('HGET', keys[2], entry[1]) or ''
  end
  return result
end

-- Deletes entries that are done.
-- keys: outbox, later, lease; args: fence, entry...; result: 1, or 0 when the lease was lost
local function settle(keys, args)
  if fenced(keys[3], args[1]) then
    return 0
  end
  table.remove(args, 1)
  forget(keys[1], keys[2], args)
  return 1
end

-- Notes when an entry is tried again.
-- keys: outbox, later, lease; args: fence, entry, "due in ms:attempts"; result: as settle
local function later(keys, args)
  if fenced(keys[3], args[1]) then
    return 0
  end
  if #redis.call('XRANGE', keys[1], args[2], args[2]) == 1 then
    redis.call('HSET', keys[2], args[2], args[3])
  end
  return 1
end

-- Moves an entry to the dead letters.
-- keys: outbox, later, lease, dead; args: fence, entry, why; result: as settle
local function bury(keys, args)
  if fenced(keys[3], args[1]) then
    return 0
  end
  local found = redis.call('XRANGE', keys[1], args[2], args[2])
  if #found == 1 then
    redis.call('XADD', keys[4], '*', 'b', found[1][2][2], 'w', args[3])
    forget(keys[1], keys[2], { args[2] })
  end
  return 1
end

-- Whether an entry still waits.
-- keys: outbox, lease; args: fence, entry; result: 1, or 0 when not or the lease was lost
local function waits(keys, args)
  if fenced(keys[2], args[1]) then
    return 0
  end
  return #redis.call('XRANGE', keys[1], args[2], args[2])
end

-- Puts a dead letter back at the end of the outbox.
-- keys: dead, outbox, lease; args: letter; result: 1, or 0 when there is none
local function replay(keys, args)
  local found = redis.call('XRANGE', keys[1], args[1], args[1])
  if #found == 0 then
    return 0
  end
  redis.call('XADD', keys[2], '*', 'b', found[1][2][2])
  redis.call('XDEL', keys[1], args[1])
  redis.call('HINCRBY', keys[3], 'x', 1)
  local owner = redis.call('HGET', keys[3], 'o')
  if owner then
    redis.call('PUBLISH', 'kentongan:wake:' .. owner, string.match(keys[3], '{(.-)}'))
  end
  return 1
end

-- The timers that are due by this server's clock, earliest first.
-- keys: timers, lease
-- args: fence, ms to add to the clock, from which due ms on, how many to pass by, at most how many
-- result: {timer, due ms, ...}, nothing when the lease was lost
local function due(keys, args)
  if fenced(keys[2], args[1]) then
    return {}
  end
  return redis.call('ZRANGEBYSCORE', keys[1], args[3], text(millis() + tonumber(args[2])),
    'WITHSCORES', 'LIMIT', args[4], args[5])
end

-- Says that a node lives, or that it goes.
-- keys: nodes; args: node, how long in ms it counts as living, 0 when it goes
-- result: the nodes that live
local function beat(keys, args)
  local now = millis()
  if args[2] == '0' then
    redis.call('ZREM', keys[1], args[1])
  else
    redis.call('ZADD', keys[1], text(now + tonumber(args[2])), args[1])
  end
  redis.call('ZREMRANGEBYSCORE', keys[1], '-inf', text(now))
  return redis.call('ZRANGE', keys[1], 0, -1)
end

redis.register_function('kentongan_5_commit', commit)
redis.register_function('kentongan_5_replay', replay)
-- why: what keeps the work going and frees memory must run when memory is full.
redis.register_function {
  function_name = 'kentongan_5_rest', callback = rest, flags = { 'allow-oom' }
}
redis.register_function {
  function_name = 'kentongan_5_claim', callback = claim, flags = { 'allow-oom' }
}
redis.register_function {
  function_name = 'kentongan_5_release', callback = release, flags = { 'allow-oom' }
}
redis.register_function {
  function_name = 'kentongan_5_read', callback = read, flags = { 'allow-oom' }
}
redis.register_function {
  function_name = 'kentongan_5_settle', callback = settle, flags = { 'allow-oom' }
}
redis.register_function {
  function_name = 'kentongan_5_later', callback = later, flags = { 'allow-oom' }
}
redis.register_function {
  function_name = 'kentongan_5_bury', callback = bury, flags = { 'allow-oom' }
}
redis.register_function {
  function_name = 'kentongan_5_waits', callback = waits, flags = { 'allow-oom' }
}
redis.register_function {
  function_name = 'kentongan_5_due', callback = due, flags = { 'allow-oom' }
}
redis.register_function {
  function_name = 'kentongan_5_beat', callback = beat, flags = { 'allow-oom' }
}

import type { Random } from '../../shared/random';

/**
 * Two words that the agent's page shows, and the screen on which somebody is asked to confirm a caller: "amber falcon".
 * Who only claims to be the helpdesk has no such check under way, and cannot name them. They are English in every
 * language: the two who compare them may read the site in different ones.
 */
export type CheckWords = string;

/** 256 of each, so that a byte names a word, and a guess is right once in 65,536. Order is of no importance. */
export const FIRST_WORDS: readonly string[] = `
  agile alpine amber ample ancient april aqua arctic aspen august autumn azure balmy bamboo basic beige berry
  billow birch bold brave breezy bright brisk bronze brown calm canvas caramel cedar central chalky charming
  cheery chestnut chilly cinnamon citrus civic classic clear clever cloudy coastal cobalt cocoa comet copper
  coral cordial cosmic cosy cotton country creamy crisp crystal curious curved custom dainty dazzling decent
  deep denim digital direct distant dusky eager early earnest eastern easy elder electric elegant emerald
  endless even evening exact extra famous feather fern festive final fine fleecy floral flowing fluent fluffy
  focal foggy forest formal fossil fragrant free fresh friendly frozen garden garnet gentle genuine gifted
  ginger glassy gleaming golden good graceful great handy happy harvest hazel hearty helpful hollow honest
  honey humble ideal indigo inland inner iron ivory jade january jazzy jumbo juniper lacy laurel lavender
  leafy lemon level light lilac lofty long lunar magic magnetic major marble march maroon mellow mighty mild
  milky minor modern modest morning mossy musical native natural navy northern novel oaken ocean olive onyx
  opal open orange orchid pastel patient pearl perfect pioneer playful pleasant polar prompt proud purple
  radiant rapid rare real regular restful ripe rising rolling round rugged russet rustic saffron salty
  sapphire satin scarlet serene sharp short silent silken silver simple skilful sleek slender smooth soft
  southern special spicy spiral splendid spring spruce square stable steep stellar striped strong sturdy
  subtle sunlit super tall tender thrifty timely topaz tranquil tropical true united upper urban useful valid
  vast velvet verdant vibrant vintage vital warm winter`
  .trim()
  .split(/\s+/);

export const SECOND_WORDS: readonly string[] = `
  acorn album alley almond anchor antler apron arbour arch arrow atoll badger bagel balloon banjo barley basil
  basket bay beach beacon beaver beetle bicycle blanket blossom bonfire bouquet bracket branch bread breeze
  brick bridge broom buffalo button cabin cabinet cactus camel camera candle canoe carpet carrot castle cello
  chalk circle clarinet cliff cloud clover coach coat coconut coffee collar column compass corner cottage
  crane cricket cube curtain cushion daisy desert desk dial dolphin domino door dragon drum eagle easel echo
  elbow engine envelope fabric falcon farm fence ferry fiddle field finch fjord flag flamingo flask fog fork
  fountain fruit garlic geyser giraffe glacier goose grape guitar hammer hammock hamster harp hat helmet heron
  hill horizon horse jacket jaguar jar jigsaw journal jungle kangaroo kernel kettle keyboard kitten koala
  ladder lagoon lake lamp lantern lark leaf leopard library lion lizard lobster locket lotus lunch magnet
  magpie mallet market marmot meadow medal meteor moon mosaic muffin museum napkin necklace nest notebook
  nutmeg oasis octopus onion orbit orchard ostrich otter oven oyster palace pancake panda panther parcel
  pelican pencil penguin piano picnic picture pier planet postcard pudding pumpkin pyramid quartz rabbit
  raccoon radio radish raft rainbow raven recipe reef ribbon river rooster ruler saddle salad salmon sandwich
  scarf school scooter season shelf shovel shrub signal sketch slope soup sparrow spoon squirrel stadium stamp
  star stream street sunrise sunset swing table teapot tent thistle thunder ticket tiger toast torch tortoise
  tractor trail triangle trombone trout trumpet tulip tunnel turbine turnip turtle tuba umbrella unicorn vase
  violin waffle wave wombat zeppelin`
  .trim()
  .split(/\s+/);

export function drawCheckWords(random: Random): CheckWords {
  const [first = 0, second = 0] = random.bytes(2);
  return `${FIRST_WORDS[first]} ${SECOND_WORDS[second]}`;
}
